"""A lock per account, always taken in the order of the names; an audit takes them all."""

import contextlib
import threading
from collections.abc import Iterable, Iterator


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    """Accounts by name, in whole cents."""

    def __init__(self, balances: dict[str, int]) -> None:
        self._locks = {name: threading.Lock() for name in balances}
        self._balances = dict(balances)

    @contextlib.contextmanager
    def _held(self, names: Iterable[str]) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            for name in sorted(set(names)):
                stack.enter_context(self._locks[name])
            yield

    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another."""
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        with self._held((source, target)):
            if self._balances[source] < amount:
                raise InsufficientFundsError(f"{source} holds less than {amount}")
            self._balances[source] -= amount
            self._balances[target] += amount

    def balance(self, name: str) -> int:
        """What one account holds, in cents."""
        with self._locks[name]:
            return self._balances[name]

    def total(self) -> int:
        """What all accounts hold together, in cents."""
        with self._held(self._locks):
            return sum(self._balances.values())
