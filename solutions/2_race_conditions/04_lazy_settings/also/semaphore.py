"""A BoundedSemaphore(1) is a lock as well; the finished dictionary is assigned in one step."""

import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._turn = threading.BoundedSemaphore(1)
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of one setting."""
        self._turn.acquire()
        try:
            if self._values is None:
                parts = [line.partition("=") for line in self._read()]
                self._values = {key.strip(): value.strip() for key, _, value in parts}
            values = self._values
        finally:
            self._turn.release()
        return values[name]
