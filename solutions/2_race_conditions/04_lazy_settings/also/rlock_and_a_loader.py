"""An RLock and a method of its own that loads if that is still to be done."""

import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._lock = threading.RLock()
        self._values: dict[str, str] = {}
        self._loaded = False

    def _load(self) -> None:
        with self._lock:
            if not self._loaded:
                for line in self._read():
                    key, _, value = line.partition("=")
                    self._values[key.strip()] = value.strip()
                self._loaded = True

    def get(self, name: str) -> str:
        """The value of one setting."""
        with self._lock:
            self._load()
            return self._values[name]
