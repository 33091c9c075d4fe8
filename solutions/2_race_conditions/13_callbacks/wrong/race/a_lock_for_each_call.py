# Makes a new lock in each call: it keeps nobody out.
# Hint: looks like a lock that is made anew in each call: nobody else has it, so it keeps nobody out. Make it once.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = []

    @property
    def value(self):
        return self._value

    def follow(self, listener):
        with threading.Lock():
            if listener not in self._listeners:
                self._listeners.append(listener)

    def unfollow(self, listener):
        with threading.Lock():
            if listener in self._listeners:
                self._listeners.remove(listener)

    def change(self, value):
        with threading.Lock():
            if value == self._value:
                return False
            self._value = value
            listeners = list(self._listeners)
        for listener in listeners:
            listener(value)
        return True
