# Reads are free now, but a second lock is held while telling: a change in a listener waits.
# Hint: looks as if some lock is still held while the listeners are called, if not the first one: a listener may want that one too.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = []
        self._lock = threading.Lock()
        self._telling = threading.Lock()

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
        with self._telling:
            with self._lock:
                if value == self._value:
                    return False
                self._value = value
                listeners = list(self._listeners)
            for listener in listeners:
                listener(value)
            return True
