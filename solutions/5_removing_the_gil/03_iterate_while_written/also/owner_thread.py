"""One thread owns the dictionary; the others send it what they want done, and await the answer."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future


class PriceBoard:
    """The latest price of each symbol."""

    def __init__(self) -> None:
        self._wishes: queue.Queue = queue.Queue()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        prices: dict[str, int] = {}
        while True:
            wish, answer = self._wishes.get()
            try:
                answer.set_result(wish(prices))
            except KeyError as error:
                answer.set_exception(error)

    def _ask(self, wish: Callable) -> object:
        answer: Future = Future()
        self._wishes.put((wish, answer))
        return answer.result()

    def put(self, symbol: str, price: int) -> None:
        self._ask(lambda prices: prices.update({symbol: price}))

    def drop(self, symbol: str) -> None:
        self._ask(lambda prices: prices.pop(symbol))

    def export(self, write: Callable[[str], None]) -> None:
        for symbol, price in self._ask(dict).items():
            write(f"{symbol} {price}")
