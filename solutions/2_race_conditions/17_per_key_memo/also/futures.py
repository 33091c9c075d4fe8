"""A Future stands for each picture: whoever puts it there renders, all others wait for it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future


class Thumbnails:
    """Small pictures, rendered when they are first asked for."""

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._futures: dict[int, Future[bytes]] = {}
        self._lock = threading.Lock()

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo."""
        with self._lock:
            mine = photo not in self._futures
            if mine:
                self._futures[photo] = Future()
            future = self._futures[photo]
        if mine:
            try:
                future.set_result(self._render(photo))
            except BaseException as error:
                with self._lock:
                    del self._futures[photo]  # before anybody hears of the error
                future.set_exception(error)
        return future.result()
