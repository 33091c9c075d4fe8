"""Under a Condition's lock the calls are put into a queue; they are made when it is free again."""

import queue
import threading
from collections.abc import Callable


class Setting:
    """A value that others follow."""

    def __init__(self, value: object) -> None:
        self._value = value
        self._listeners: list[Callable[[object], None]] = []
        self._lock = threading.Condition()

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
        """Set a new value and tell all who follow."""
        calls: queue.SimpleQueue[Callable[[object], None]] = queue.SimpleQueue()
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            for listener in self._listeners:
                calls.put(listener)
        while not calls.empty():
            calls.get()(value)
        return True
