# follow() replaces the list without the lock: of two new listeners one may be lost.
# Hint: looks as if following or unfollowing isn't one step: two threads that do it at once overwrite each other's list.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = ()
        self._lock = threading.Lock()

    @property
    def value(self):
        with self._lock:
            return self._value

    def follow(self, listener):
        if listener not in self._listeners:
            self._listeners = (*self._listeners, listener)

    def unfollow(self, listener):
        self._listeners = tuple(other for other in self._listeners if other != listener)

    def change(self, value):
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            listeners = self._listeners
        for listener in listeners:
            listener(value)
        return True
