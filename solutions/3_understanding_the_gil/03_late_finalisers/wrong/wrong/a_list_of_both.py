# The list that is to be closed is made of both tapes: it never exists if the second one fails.
# Hint: looks like a list that is built before anything guards it: if its second part fails, nobody has the first.

from contextlib import ExitStack, closing


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
    with ExitStack() as stack:
        tapes = [Tape(library, old), Tape(library, new)]
        for tape in tapes:
            stack.callback(tape.close)
        before, after = (set(tape.files()) for tape in tapes)
        return sorted(before ^ after)
