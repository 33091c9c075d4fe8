# `lru_cache` keeps its own tables in order, but doesn't stop two threads from computing the same.
# Hint: `lru_cache` and `cache` are safe to call from threads and still compute twice when two ask before the first result is there.
import functools


class Thumbnails:
    def __init__(self, render):
        self._get = functools.lru_cache(maxsize=None)(render)

    def get(self, photo):
        return self._get(photo)
