# Transfers are locked, the audit isn't: it adds up while money is under way.
# Hint: looks like only the writers take the lock: a reader without it looks in the middle of a change.
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
        return sum(self._balances.values())
