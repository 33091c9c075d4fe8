"""Double-checked: once the values are there nobody takes the lock; they are assigned when full."""

import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of one setting."""
        if self._values is None:
            with self._lock:
                if self._values is None:
                    self._values = self._parsed()
        return self._values[name]

    def _parsed(self) -> dict[str, str]:
        parts = [line.partition("=") for line in self._read()]
        return {key.strip(): value.strip() for key, _, value in parts}
