# functools.cache keeps the result but doesn't stop two threads from making it at the same time.
# Hint: looks like a cache from functools: it remembers results, but two threads that both find nothing both compute.
import functools


class LazySettings:
    def __init__(self, read):
        self._read = read
        self._all = functools.cache(self._parse)

    def _parse(self):
        values = {}
        for line in self._read():
            key, _, value = line.partition("=")
            values[key.strip()] = value.strip()
        return values

    def get(self, name):
        return self._all()[name]
