# The audit locks each look, not the whole sum: money may move behind its back.
# Hint: looks like a sum that takes the lock anew for each account: money may move from one to the other in between.
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
        with self._lock:
            return self._balances[name]

    def total(self):
        return sum(self.balance(name) for name in self._balances)
