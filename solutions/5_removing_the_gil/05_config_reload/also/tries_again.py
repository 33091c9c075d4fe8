"""Edits a copy without a lock; if another version came meanwhile, it begins again with that one."""

import threading
from collections.abc import Callable, Mapping


class Config:
    """Values by name, "host" and "port" among them."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)
        self._swapping = threading.Lock()

    def address(self) -> str:
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self) -> Mapping[str, object]:
        return self._values

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        while True:
            before = self._values
            after = dict(before)
            edit(after)
            with self._swapping:
                if self._values is before:
                    self._values = after
                    return
