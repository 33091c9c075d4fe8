"""A setting: the lock is for deciding what changes and who is told, not for telling."""

import threading
from collections.abc import Callable


class Setting:
    """A value that others follow.

    Args:
        value: the value to begin with.
    """

    def __init__(self, value: object) -> None:
        self._value = value
        self._listeners: list[Callable[[object], None]] = []
        self._lock = threading.Lock()

    @property
    def value(self) -> object:
        """The value that holds now."""
        with self._lock:
            return self._value

    def follow(self, listener: Callable[[object], None]) -> None:
        """Have `listener` called with every new value from now on."""
        with self._lock:
            if listener not in self._listeners:
                self._listeners.append(listener)

    def unfollow(self, listener: Callable[[object], None]) -> None:
        """No longer call `listener`; a change that is being told may still reach it."""
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def change(self, value: object) -> bool:
        """Set a new value and tell all who follow.

        Args:
            value: what holds from now on.

        Returns:
            Whether that was a change; if it wasn't, nobody is told.
        """
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            listeners = list(self._listeners)
        for listener in listeners:
            listener(value)
        return True
