# All tapes go on one ExitStack around the loop: none is out before the last one is read.
# Hint: looks like one `ExitStack` around the whole loop: it closes at its own end, so everything stays open until then.

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
    with ExitStack() as stack:
        for name in names:
            tape = stack.enter_context(closing(Tape(library, name)))
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library, old, new):
    with closing(Tape(library, old)) as before, closing(Tape(library, new)) as after:
        return sorted(set(before.files()) ^ set(after.files()))
