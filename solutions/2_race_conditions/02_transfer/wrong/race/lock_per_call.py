# The lock is made anew in every call, so it keeps nobody out.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    def __init__(self, balances):
        self._balances = dict(balances)

    def transfer(self, source, target, amount):
        lock = threading.Lock()
        with lock:
            if amount <= 0:
                raise ValueError(amount)
            if target not in self._balances:
                raise KeyError(target)
            if self._balances[source] < amount:
                raise InsufficientFundsError(source)
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name):
        lock = threading.Lock()
        with lock:
            return self._balances[name]

    def total(self):
        lock = threading.Lock()
        with lock:
            return sum(self._balances.values())
