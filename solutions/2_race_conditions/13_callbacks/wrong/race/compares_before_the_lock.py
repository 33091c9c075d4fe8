# Asks whether it is a change before it holds the lock: two threads may both say yes.
# Hint: looks like comparing before the lock is held: another thread may make the same change in between, and it is told twice.
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
        if value == self._value:
            return False
        with self._lock:
            self._value = value
            listeners = list(self._listeners)
        for listener in listeners:
            listener(value)
        return True
