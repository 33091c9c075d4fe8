# Calls the listeners while it holds a plain Lock: one that reads the setting waits for itself.
# Hint: looks like calling other people's code while holding the lock: as soon as that code wants the lock, it waits for you.
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
        with self._lock:
            if value == self._value:
                return False
            self._value = value
            for listener in list(self._listeners):
                listener(value)
            return True
