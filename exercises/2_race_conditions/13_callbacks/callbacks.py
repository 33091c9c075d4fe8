"""Settings that change while the service runs, and the modules that follow them.

An operator turns a knob on the admin page: a request handler's thread calls `change()`. Modules
that need to know have called `follow()` with a function, a listener, that is called with every new
value. Listeners are other people's code: one logs, one starts a thread that resizes a cache and
waits for it, one stops following as soon as it has seen enough.

What is wrong today
    The lock makes `change()` safe, so it was put around everything. Since a listener hands its
    work to a worker thread and waits for it, the service stands still now and then: the worker
    asks the setting for its value.

What must hold
    - A listener may do what it likes, also with this very setting: read, change, follow and
      unfollow it, on the thread that calls it or on another one that it waits for.
    - When `change()` comes back, everybody who followed when the value changed has been told of
      it, once. `change()` to the value that it has already tells nobody and returns False.
    - Of several threads that follow and unfollow at the same time, none is forgotten. Who follows
      twice is told once; to unfollow without following does nothing.
    - Whoever follows or unfollows while a change is being told keeps nobody else from being told
      of it.
    - If a listener raises, the error comes out of `change()`; the setting keeps its new value and
      goes on working.

    Two changes at the same time may be told in either order. Who follows or unfollows between
    a change and its telling may be told of it or not.

What may not change
    The class `Setting`, made with its first value, and the names and arguments of its methods.
"""

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
            for listener in list(self._listeners):
                listener(value)
            return True
