"""A cache in front of something slow."""


class Cache:
    """Keeps what `load` returned for a key, so that each key is loaded once."""

    def __init__(self, load):
        self.loads = 0
        self._load = load
        self._values = {}

    def get(self, key):
        if key not in self._values:
            self.loads += 1
            self._values[key] = self._load(key)
        return self._values[key]
