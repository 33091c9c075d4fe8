# A finalizer of weakref is a better __del__, but it waits for the end of the object as well.
# Hint: looks like `weakref.finalize`: it runs when the object ends, and you don't know when that is.

import weakref


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)
        self.close = weakref.finalize(self, library.unmount, self._drive)

    def files(self):
        return self._library.read(self._drive)


def restore(library, names, put):
    restored = 0
    for name in names:
        tape = Tape(library, name)
        for file in tape.files():
            put(file)
            restored += 1
    return restored


def differences(library, old, new):
    before, after = Tape(library, old), Tape(library, new)
    return sorted(set(before.files()) ^ set(after.files()))
