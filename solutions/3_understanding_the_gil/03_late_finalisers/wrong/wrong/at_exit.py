# Leaves the closing to the end of the program: the drives are taken until then.
# Hint: looks like cleaning up `atexit`: that is when the whole program ends, and others wait until then.

import atexit


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)
        atexit.register(self.close)

    def files(self):
        return self._library.read(self._drive)

    def close(self):
        self._library.unmount(self._drive)


def restore(library, names, put):
    restored = 0
    for name in names:
        for file in Tape(library, name).files():
            put(file)
            restored += 1
    return restored


def differences(library, old, new):
    before, after = Tape(library, old), Tape(library, new)
    return sorted(set(before.files()) ^ set(after.files()))
