# unfollow() has no lock: between asking and removing, another thread may have removed it.
# Hint: looks like asking whether it is there, and then removing it without holding the lock over both: it may be gone by then.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = []
        self._lock = threading.Lock()

    @property
    def value(self):
        with self._lock:
            return self._value

    def follow(self, listener):
        with self._lock:
            if listener not in self._listeners:
                self._listeners.append(listener)

    def unfollow(self, listener):
        if listener in self._listeners:
            self._listeners.remove(listener)

    def change(self, value):
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            listeners = list(self._listeners)
        for listener in listeners:
            listener(value)
        return True
