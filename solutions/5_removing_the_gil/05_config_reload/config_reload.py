"""Copy on write: what readers get never changes; one assignment puts the next version there.

Readers need no lock. Writers need one: each of them must begin with the version of the one before.
"""

import threading
from collections.abc import Callable, Mapping


class Config:
    """Values by name, "host" and "port" among them."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)
        self._writing = threading.Lock()

    def address(self) -> str:
        """Return where requests go now."""
        values = self._values  # once: the next look may find another version
        return f"{values['host']}:{values['port']}"

    def snapshot(self) -> Mapping[str, object]:
        """Return all the values as they are now; nobody changes this dictionary any more."""
        return self._values

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        """Change the values: in a copy, which replaces them when the edit is through."""
        with self._writing:
            values = dict(self._values)
            edit(values)
            self._values = values
