# Closes each tape when the next one is wanted: after the last one nobody comes.
# Hint: looks like a tape that is closed when the next one comes: the last one stays where it is.

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
    tape = None
    for name in names:
        if tape is not None:
            tape.close()
        tape = None
        tape = Tape(library, name)
        try:
            for file in tape.files():
                put(file)
                restored += 1
        except BaseException:
            tape.close()
            raise
    return restored


def differences(library, old, new):
    with closing(Tape(library, old)) as before, closing(Tape(library, new)) as after:
        return sorted(set(before.files()) ^ set(after.files()))
