"""Each listener is told on a thread of its own; change() waits for all, and for their errors."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


class Setting:
    """A value that others follow."""

    def __init__(self, value: object) -> None:
        self._value = value
        self._listeners: list[Callable[[object], None]] = []
        self._lock = threading.RLock()

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
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            listeners = self._listeners.copy()
        if listeners:
            with ThreadPoolExecutor(max_workers=len(listeners)) as pool:
                told = [pool.submit(listener, value) for listener in listeners]
            for future in told:
                future.result()
        return True
