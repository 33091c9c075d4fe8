# The number lives in the class, so all counters count together.
# Hint: looks like a number that belongs to the class: each counter needs one of its own.
import threading


class Counter:
    _lock = threading.Lock()
    _value = 0

    def increment(self):
        with Counter._lock:
            Counter._value += 1

    @property
    def value(self):
        with Counter._lock:
            return Counter._value
