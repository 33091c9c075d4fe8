"""A ledger with one lock: whoever looks at the balances or changes them holds it all the while."""

import threading


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    """Accounts by name, in whole cents.

    Args:
        balances: what each account holds at the start, in cents.
    """

    def __init__(self, balances: dict[str, int]) -> None:
        self._lock = threading.Lock()
        self._balances = dict(balances)

    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another.

        Args:
            source: the account that pays.
            target: the account that is paid, another one.
            amount: cents, at least 1.

        Raises:
            ValueError: the amount isn't positive.
            KeyError: there is no such account.
            InsufficientFundsError: the source holds less than the amount.
        """
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        with self._lock:
            if target not in self._balances:
                raise KeyError(target)
            if self._balances[source] < amount:
                raise InsufficientFundsError(f"{source} holds less than {amount}")
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name: str) -> int:
        """What one account holds, in cents.

        Raises:
            KeyError: there is no such account.
        """
        with self._lock:
            return self._balances[name]

    def total(self) -> int:
        """What all accounts hold together, in cents."""
        with self._lock:
            return sum(self._balances.values())
