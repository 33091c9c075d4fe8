"""Each version is a read-only view of a dictionary that nobody else has; an RLock for writers."""

import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType


class Config:
    """Values by name, "host" and "port" among them."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._version = MappingProxyType(dict(values))
        self._writing = threading.RLock()

    def address(self) -> str:
        return "{host}:{port}".format_map(self._version)

    def snapshot(self) -> Mapping[str, object]:
        return self._version

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        with self._writing:
            values = dict(self._version)
            edit(values)
            self._version = MappingProxyType(values)
