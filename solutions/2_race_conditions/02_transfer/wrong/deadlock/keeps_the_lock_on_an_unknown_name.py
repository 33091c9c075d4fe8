# Transfers use `with`, the looks don't: an unknown account raises, and the lock is never given back.
# Hint: looks like a method that only reads and yet raises between `acquire()` and `release()`: then the lock is never given back.
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
        with self._lock:
            if target not in self._balances:
                raise KeyError(target)
            if self._balances[source] < amount:
                raise InsufficientFundsError(source)
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name):
        self._lock.acquire()
        held = self._balances[name]
        self._lock.release()
        return held

    def total(self):
        self._lock.acquire()
        total = sum(self._balances.values())
        self._lock.release()
        return total
