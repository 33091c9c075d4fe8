# Mounts all the tapes before it reads the first: as many drives as there are tapes.
# Hint: looks like everything opened before the first is used: open each one only when its turn comes.

from contextlib import closing


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)

    def files(self):
        return self._library.read(self._drive)

    def close(self):
        self._library.unmount(self._drive)


def restore(library, names, put):
    restored = 0
    tapes = []
    try:
        for name in names:
            tapes.append(Tape(library, name))
        for tape in tapes:
            for file in tape.files():
                put(file)
                restored += 1
    finally:
        for tape in tapes:
            tape.close()
    return restored


def differences(library, old, new):
    with closing(Tape(library, old)) as before, closing(Tape(library, new)) as after:
        return sorted(set(before.files()) ^ set(after.files()))
