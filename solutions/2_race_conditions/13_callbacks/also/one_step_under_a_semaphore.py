"""A semaphore of one as the lock, and a method for what must be one step."""

import threading
from collections.abc import Callable


class Setting:
    """A value that others follow."""

    def __init__(self, value: object) -> None:
        self._value = value
        self._listeners: dict[Callable[[object], None], None] = {}
        self._turn = threading.BoundedSemaphore(1)

    @property
    def value(self) -> object:
        """The value that holds now."""
        with self._turn:
            return self._value

    def follow(self, listener: Callable[[object], None]) -> None:
        """Have `listener` called with every new value from now on."""
        with self._turn:
            self._listeners[listener] = None

    def unfollow(self, listener: Callable[[object], None]) -> None:
        """No longer call `listener`; a change that is being told may still reach it."""
        with self._turn:
            self._listeners.pop(listener, None)

    def change(self, value: object) -> bool:
        """Set a new value and tell all who follow."""
        listeners = self._store(value)
        if listeners is None:
            return False
        for listener in listeners:
            listener(value)
        return True

    def _store(self, value: object) -> "tuple[Callable[[object], None], ...] | None":
        with self._turn:
            if value == self._value:
                return None
            self._value = value
            return tuple(self._listeners)
