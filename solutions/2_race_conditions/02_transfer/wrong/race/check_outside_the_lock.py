# There was enough money when it asked; by the time it holds the lock there may not be.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.
import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    def __init__(self, balances):
        self._lock = threading.Lock()
        self._balances = dict(balances)

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(amount)
        if target not in self._balances:
            raise KeyError(target)
        if self._balances[source] < amount:
            raise InsufficientFundsError(source)
        with self._lock:
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name):
        with self._lock:
            return self._balances[name]

    def total(self):
        with self._lock:
            return sum(self._balances.values())
