# Cleans up after an error and forgets the days on which all goes well.
# Hint: looks like a `close()` in `except` alone: without an error nobody calls it.

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
    for name in names:
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
