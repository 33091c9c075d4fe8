# Reads the file when the object is made: safe, but now every command waits for the slow drive.
# Hint: looks like the work is done up front: that is safe, but it was to be done only when somebody asks.
class LazySettings:
    def __init__(self, read):
        self._values = {}
        for line in read():
            key, _, value = line.partition("=")
            self._values[key.strip()] = value.strip()

    def get(self, name):
        return self._values[name]
