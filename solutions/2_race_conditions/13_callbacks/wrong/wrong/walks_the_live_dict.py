# Walks the dictionary itself: it changes its size under the loop, which raises.
# Hint: looks like walking the very collection that listeners change while they are called: walk a copy of it.
import threading


class Setting:
    def __init__(self, value):
        self._value = value
        self._listeners = {}
        self._lock = threading.Lock()

    @property
    def value(self):
        with self._lock:
            return self._value

    def follow(self, listener):
        with self._lock:
            self._listeners[listener] = True

    def unfollow(self, listener):
        with self._lock:
            self._listeners.pop(listener, None)

    def change(self, value):
        with self._lock:
            if value == self._value:
                return False
            self._value = value
        for listener in self._listeners:
            listener(value)
        return True
