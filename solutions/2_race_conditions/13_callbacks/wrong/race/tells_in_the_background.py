# Starts a thread for each listener and doesn't wait: change() comes back before all are told.
# Hint: looks as if telling goes on in the background when `change()` has come back: wait until everybody has been told.
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
            listeners = list(self._listeners)
        for listener in listeners:
            threading.Thread(target=listener, args=(value,)).start()
        return True
