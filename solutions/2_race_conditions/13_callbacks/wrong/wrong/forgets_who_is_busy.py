# A flag keeps changes made by listeners from being told; it is also never taken back on an error.
# Hint: looks as if a change that comes while another one is being told is dropped, or put off for ever after an error.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = []
        self._lock = threading.Lock()
        self._telling = False

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
            if self._telling:
                return True
            self._telling = True
            listeners = list(self._listeners)
        for listener in listeners:
            listener(value)
        self._telling = False
        return True
