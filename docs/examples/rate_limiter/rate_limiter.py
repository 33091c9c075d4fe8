"""At most so many requests in so many seconds."""

import time


class RateLimiter:
    def __init__(self, limit, seconds):
        self._limit = limit
        self._seconds = seconds
        self._since = time.monotonic()
        self._used = 0

    def allow(self):
        """Tell whether one more request is fine, and count it."""
        now = time.monotonic()
        if now - self._since >= self._seconds:
            self._since = now
            self._used = 0
        if self._used >= self._limit:
            return False
        self._used += 1
        return True
