"""Lock: an object is made once, and the lock is taken only by who finds none."""

from threading import Lock, Thread


class Settings:
    def load(self):
        self.colour = "blue"


class Holder:
    def __init__(self):
        self.lock = Lock()
        self.settings = None

    def get(self):
        if self.settings is None:
            with self.lock:
                if self.settings is None:
                    settings = Settings()
                    settings.load()
                    self.settings = settings
        return self.settings

    def get_half_made(self):
        if self.settings is None:
            with self.lock:
                if self.settings is None:
                    self.settings = Settings()
                    self.settings.load()
        return self.settings


def two_readers(get):
    seen = []

    def read():
        seen.append(getattr(get(), "colour", None))

    threads = [Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(sorted(seen, key=str))


def right():
    """What is published is complete."""
    return two_readers(Holder().get)


def wrong():
    """The first look finds an object that is not loaded yet."""
    return two_readers(Holder().get_half_made)
