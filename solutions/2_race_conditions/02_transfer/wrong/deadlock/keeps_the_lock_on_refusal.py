# A refused transfer raises and never gives the lock back; whoever comes next waits for ever.
# Hint: looks like an exception between `acquire()` and `release()`: on that way the lock is never given back.
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
        self._lock.acquire()
        if target not in self._balances:
            raise KeyError(target)
        if self._balances[source] < amount:
            raise InsufficientFundsError(source)
        self._balances[source] -= amount
        self._balances[target] += amount
        self._lock.release()

    def balance(self, name):
        with self._lock:
            return self._balances[name]

    def total(self):
        with self._lock:
            return sum(self._balances.values())
