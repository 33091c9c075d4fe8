"""One RLock around every method, by a decorator: whole methods are the critical sections."""

import functools
import threading
from collections.abc import Callable
from typing import Any


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


def exclusive(method: Callable[..., Any]) -> Callable[..., Any]:
    """Let one thread at a time into the marked methods of an object."""

    @functools.wraps(method)
    def locked(self: Any, *args: Any) -> Any:
        with self._lock:
            return method(self, *args)

    return locked


class Ledger:
    """Accounts by name, in whole cents."""

    def __init__(self, balances: dict[str, int]) -> None:
        self._lock = threading.RLock()
        self._balances = dict(balances)

    @exclusive
    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another."""
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        self.balance(target)
        if self.balance(source) < amount:
            raise InsufficientFundsError(f"{source} holds less than {amount}")
        self._balances[source] -= amount
        self._balances[target] += amount

    @exclusive
    def balance(self, name: str) -> int:
        """What one account holds, in cents."""
        return self._balances[name]

    @exclusive
    def total(self) -> int:
        """What all accounts hold together, in cents."""
        return sum(self.balance(name) for name in self._balances)
