"""Writers replace the whole book under a lock; readers take the book that lies there."""

import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    """Accounts by name, in whole cents."""

    def __init__(self, balances: dict[str, int]) -> None:
        self._writing = threading.Condition()
        self._book = dict(balances)

    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another."""
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        with self._writing:
            book = dict(self._book)
            book[source] -= amount
            book[target] += amount
            if book[source] < 0:
                raise InsufficientFundsError(f"{source} holds less than {amount}")
            self._book = book

    def balance(self, name: str) -> int:
        """What one account holds, in cents."""
        return self._book[name]

    def total(self) -> int:
        """What all accounts hold together, in cents."""
        return sum(self._book.values())
