# An RLock lets the same thread in again, but not the thread that the listener waits for.
# Hint: looks as if the listeners are called under the lock: an RLock helps the same thread only, not another one it waits for.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = []
        self._lock = threading.RLock()

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
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            for listener in list(self._listeners):
                listener(value)
            return True
