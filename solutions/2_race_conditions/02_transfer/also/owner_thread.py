"""One thread owns the balances; the others send it letters and wait for the answer."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    """Accounts by name, in whole cents."""

    def __init__(self, balances: dict[str, int]) -> None:
        self._balances = dict(balances)
        self._letters: queue.Queue[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]]
        self._letters = queue.Queue()
        threading.Thread(target=self._own, daemon=True).start()

    def _own(self) -> None:
        while True:
            answer, method, args = self._letters.get()
            try:
                answer.set_result(method(*args))
            except (ValueError, KeyError, InsufficientFundsError) as error:
                answer.set_exception(error)

    def _ask(self, method: Callable[..., Any], *args: Any) -> Any:
        answer: Future[Any] = Future()
        self._letters.put((answer, method, args))
        return answer.result()

    def _transfer(self, source: str, target: str, amount: int) -> None:
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        if target not in self._balances:
            raise KeyError(target)
        if self._balances[source] < amount:
            raise InsufficientFundsError(f"{source} holds less than {amount}")
        self._balances[source] -= amount
        self._balances[target] += amount

    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another."""
        self._ask(self._transfer, source, target, amount)

    def balance(self, name: str) -> int:
        """What one account holds, in cents."""
        return self._ask(self._balances.__getitem__, name)

    def total(self) -> int:
        """What all accounts hold together, in cents."""
        return self._ask(lambda: sum(self._balances.values()))
