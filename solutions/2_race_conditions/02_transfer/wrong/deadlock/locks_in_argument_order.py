# Takes the payer's lock first: two transfers in opposite directions, or an audit, can block it.
# Hint: looks like locks taken in the order of the arguments: two transfers in opposite directions wait for each other.
import contextlib
import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    def __init__(self, balances):
        self._locks = {name: threading.Lock() for name in balances}
        self._balances = dict(balances)

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(amount)
        with self._locks[source], self._locks[target]:
            if self._balances[source] < amount:
                raise InsufficientFundsError(source)
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name):
        with self._locks[name]:
            return self._balances[name]

    def total(self):
        with contextlib.ExitStack() as stack:
            for name in self._locks:
                stack.enter_context(self._locks[name])
            return sum(self._balances.values())
