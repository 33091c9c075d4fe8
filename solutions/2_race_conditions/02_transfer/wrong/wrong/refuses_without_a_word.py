# A transfer that can't be made is dropped in silence instead of raising.
# Hint: looks like a refusal that nobody hears of: when there isn't enough money, the caller must get an error.
import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    def __init__(self, balances):
        self._lock = threading.Lock()
        self._balances = dict(balances)

    def transfer(self, source, target, amount):
        with self._lock:
            if 0 < amount <= self._balances.get(source, 0) and target in self._balances:
                self._balances[source] -= amount
                self._balances[target] += amount

    def balance(self, name):
        with self._lock:
            return self._balances[name]

    def total(self):
        with self._lock:
            return sum(self._balances.values())
