# Both tapes are mounted before the try: if the second one fails, nobody closes the first.
# Hint: looks like two things opened before one `try`: if the second can't be opened, nothing closes the first.

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
        with closing(Tape(library, name)) as tape:
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library, old, new):
    before = Tape(library, old)
    after = Tape(library, new)
    try:
        return sorted(set(before.files()) ^ set(after.files()))
    finally:
        after.close()
        before.close()
