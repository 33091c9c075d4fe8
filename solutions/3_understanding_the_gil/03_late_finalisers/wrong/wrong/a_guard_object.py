# A guard closes the tape in its own __del__: an error keeps the frame, and the guard with it.
# Hint: looks like a local object whose `__del__` cleans up: an error that somebody holds keeps all locals alive.


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)

    def files(self):
        return self._library.read(self._drive)

    def close(self):
        self._library.unmount(self._drive)


class _Guard:
    def __init__(self, tape):
        self._tape = tape

    def __del__(self):
        self._tape.close()


def restore(library, names, put):
    return sum(_restore_one(library, name, put) for name in names)


def _restore_one(library, name, put):
    tape = Tape(library, name)
    guard = _Guard(tape)
    restored = 0
    for file in tape.files():
        put(file)
        restored += 1
    return restored


def differences(library, old, new):
    before = Tape(library, old)
    first = _Guard(before)
    after = Tape(library, new)
    second = _Guard(after)
    return sorted(set(before.files()) ^ set(after.files()))
