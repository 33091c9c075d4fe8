# The with block closes, and __del__ closes once more, whoever has the drive by then.
# Hint: looks like a `close()` that runs twice: `__del__` calls it again later, and the thing may be another's by then.

from contextlib import closing


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)

    def files(self):
        return self._library.read(self._drive)

    def close(self):
        self._library.unmount(self._drive)

    def __del__(self):
        self.close()


def restore(library, names, put):
    restored = 0
    for name in names:
        with closing(Tape(library, name)) as tape:
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library, old, new):
    with closing(Tape(library, old)) as before, closing(Tape(library, new)) as after:
        return sorted(set(before.files()) ^ set(after.files()))
