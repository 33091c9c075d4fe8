# If a listener raises, the old value comes back, though some have been told the new one.
# Hint: looks as if the value is put back when a listener raises: others have been told of the new one already. It has to stay.
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
            before, self._value = self._value, value
            listeners = list(self._listeners)
        try:
            for listener in listeners:
                listener(value)
        except Exception:
            with self._lock:
                self._value = before
            raise
        return True
