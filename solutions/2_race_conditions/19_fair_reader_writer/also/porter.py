"""A porter's thread takes the calls in the order in which they come and lets people in."""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class IndexLock:
    """Lets many searches in, or one update."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue = queue.SimpleQueue()
        self._farewells: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=self._porter, daemon=True).start()

    def _porter(self) -> None:
        inside = 0
        while True:
            update, door = self._calls.get()
            if update:
                for _ in range(inside):
                    self._farewells.get()
                inside = 0
            inside += 1
            door.release()
            if update:
                self._farewells.get()
                inside = 0

    def _go_in(self, update: bool, action: Callable[[], T]) -> T:
        door = threading.Semaphore(0)
        self._calls.put((update, door))
        door.acquire()
        try:
            return action()
        finally:
            self._farewells.put("bye")

    def read(self, action: Callable[[], T]) -> T:
        """Wait until no update is under way, then search; return what `action` returns."""
        return self._go_in(False, action)

    def write(self, action: Callable[[], T]) -> T:
        """Wait until nobody is inside, then update, alone; return what `action` returns."""
        return self._go_in(True, action)
