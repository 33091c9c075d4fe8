# Each account is locked, but not both at once: an audit may come while money is under way.
# Hint: looks as if one account is let go before the other is locked: in between, the money is in neither of them.
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
        if target not in self._balances:
            raise KeyError(target)
        with self._locks[source]:
            if self._balances[source] < amount:
                raise InsufficientFundsError(source)
            self._balances[source] -= amount
        with self._locks[target]:
            self._balances[target] += amount

    def balance(self, name):
        with self._locks[name]:
            return self._balances[name]

    def total(self):
        with contextlib.ExitStack() as stack:
            for name in sorted(self._locks):
                stack.enter_context(self._locks[name])
            return sum(self._balances.values())
