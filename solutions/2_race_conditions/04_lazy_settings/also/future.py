"""A Future that all share: who makes it reads the file, and takes it away again if that fails."""

import threading
from collections.abc import Callable
from concurrent.futures import Future


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._values: Future[dict[str, str]] | None = None

    def get(self, name: str) -> str:
        """The value of one setting."""
        with self._lock:
            mine = self._values is None
            if mine:
                self._values = Future()
            values = self._values
        if mine:
            try:
                parts = [line.partition("=") for line in self._read()]
                values.set_result({key.strip(): value.strip() for key, _, value in parts})
            except Exception as error:
                with self._lock:
                    self._values = None
                values.set_exception(error)
        return values.result()[name]
