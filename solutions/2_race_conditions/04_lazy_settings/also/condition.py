"""A Condition: one thread reads without holding the lock, the others sleep until it is through."""

import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._changed = threading.Condition()
        self._reading = False
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of one setting."""
        with self._changed:
            while self._values is None:
                if self._reading:
                    self._changed.wait()
                    continue
                self._reading = True
                self._changed.release()
                values = None
                try:
                    parts = [line.partition("=") for line in self._read()]
                    values = {key.strip(): value.strip() for key, _, value in parts}
                finally:
                    self._changed.acquire()
                    self._reading = False
                    self._values = values
                    self._changed.notify_all()
            return self._values[name]
