"""One lock for writers, held during the edit, and one for a moment to look or to put in place."""

import threading
from collections.abc import Callable, Mapping


class Config:
    """Values by name, "host" and "port" among them."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)
        self._writing = threading.Lock()
        self._access = threading.Lock()

    def address(self) -> str:
        with self._access:
            return f"{self._values['host']}:{self._values['port']}"

    def snapshot(self) -> Mapping[str, object]:
        with self._access:
            return dict(self._values)

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        with self._writing:
            values = dict(self.snapshot())
            edit(values)
            with self._access:
                self._values.clear()
                self._values.update(values)
