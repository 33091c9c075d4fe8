# `del tape` takes a name away, not the tape: the library still has a reference to it.
# Hint: looks like `del`: it takes away one name. An object ends when the *last* reference goes, and others have some.


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
        tape = Tape(library, name)
        for file in tape.files():
            put(file)
            restored += 1
        del tape
    return restored


def differences(library, old, new):
    before, after = Tape(library, old), Tape(library, new)
    found = sorted(set(before.files()) ^ set(after.files()))
    del before, after
    return found
