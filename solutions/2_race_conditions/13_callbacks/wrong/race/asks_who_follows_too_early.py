# Notes who follows before it takes the lock: who has come by the time the value changes isn't told.
# Hint: looks as if the list of listeners is read before the value changes: who comes in between follows and is not told.
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
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def change(self, value):
        listeners = list(self._listeners)
        with self._lock:
            if value == self._value:
                return False
            self._value = value
        for listener in listeners:
            listener(value)
        return True
