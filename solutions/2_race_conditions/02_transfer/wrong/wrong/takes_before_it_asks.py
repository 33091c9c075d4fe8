# The payer has lost the money by the time the transfer is refused.
# Hint: looks as if the money is taken before the question whether there is enough: a refusal must change nothing.
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
            if self._balances[source] < amount:
                raise InsufficientFundsError(source)
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name):
        with self._lock:
            return self._balances[name]

    def total(self):
        with self._lock:
            return sum(self._balances.values())
