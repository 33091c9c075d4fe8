# __exit__ returns True: the drive is free, and nobody learns what went wrong.
# Hint: looks like an `__exit__` that returns something true: it swallows the error. Let it return None.


class Tape:
    def __init__(self, library, name):
        self._library = library
        self._drive = library.mount(name, self)

    def files(self):
        return self._library.read(self._drive)

    def close(self):
        self._library.unmount(self._drive)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
        return True


def restore(library, names, put):
    restored = 0
    for name in names:
        with Tape(library, name) as tape:
            for file in tape.files():
                put(file)
                restored += 1
    return restored


def differences(library, old, new):
    with Tape(library, old) as before, Tape(library, new) as after:
        return sorted(set(before.files()) ^ set(after.files()))
