# A pause lets other transfers finish, it hopes; it orders nothing.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.
import time


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    def __init__(self, balances):
        self._balances = dict(balances)

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(amount)
        if target not in self._balances:
            raise KeyError(target)
        time.sleep(0.01)
        if self._balances[source] < amount:
            raise InsufficientFundsError(source)
        self._balances[source] -= amount
        self._balances[target] += amount

    def balance(self, name):
        return self._balances[name]

    def total(self):
        time.sleep(0.1)
        return sum(self._balances.values())
