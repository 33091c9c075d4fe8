"""Lazy settings: one lock from the question to the last change; a dictionary shown when full."""

import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one.

    Args:
        read: reads the file, which takes a while, and returns its lines: "name = value".
    """

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of one setting.

        Args:
            name: what the setting is called.

        Raises:
            KeyError: the file has no such setting.
        """
        with self._lock:
            if self._values is None:
                values = {}
                for line in self._read():
                    key, _, value = line.partition("=")
                    values[key.strip()] = value.strip()
                self._values = values
            return self._values[name]
