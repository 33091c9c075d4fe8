# Only the account that pays is locked; two payments into one account lose one of them.
# Hint: looks as if only the account that pays is locked: who guards the one that is paid?
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
            self._balances[target] += amount

    def balance(self, name):
        with self._locks[name]:
            return self._balances[name]

    def total(self):
        return sum(self._balances.values())
