# Calls the garbage collector: what somebody can still reach is no garbage.
# Hint: looks like `gc.collect()`: it frees only what nobody can reach any more, and it doesn't run when an error comes out.

import gc


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
        gc.collect()
    return restored


def differences(library, old, new):
    before, after = Tape(library, old), Tape(library, new)
    found = sorted(set(before.files()) ^ set(after.files()))
    del before, after
    gc.collect()
    return found
