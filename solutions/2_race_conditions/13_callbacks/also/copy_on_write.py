"""The listeners are a tuple that never changes: each change makes a new one, under the lock."""

import threading
from collections.abc import Callable


class Setting:
    """A value that others follow."""

    def __init__(self, value: object) -> None:
        self._value = value
        self._listeners: tuple[Callable[[object], None], ...] = ()
        self._lock = threading.Lock()

    @property
    def value(self) -> object:
        """The value that holds now."""
        return self._value

    def follow(self, listener: Callable[[object], None]) -> None:
        """Have `listener` called with every new value from now on."""
        with self._lock:
            if listener not in self._listeners:
                self._listeners = (*self._listeners, listener)

    def unfollow(self, listener: Callable[[object], None]) -> None:
        """No longer call `listener`; a change that is being told may still reach it."""
        with self._lock:
            self._listeners = tuple(other for other in self._listeners if other != listener)

    def change(self, value: object) -> bool:
        """Set a new value and tell all who follow."""
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            listeners = self._listeners
        for listener in listeners:
            listener(value)
        return True
