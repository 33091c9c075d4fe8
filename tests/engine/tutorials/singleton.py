"""A lazy singleton with a double check that publishes too early."""

import threading


class Settings:
    _instance = None
    _lock = threading.Lock()

    @classmethod
    def instance(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = cls()
                    cls._instance.load()
        return cls._instance

    def __init__(self):
        self.colour = None

    def load(self):
        self.colour = "blue"


def two_readers():
    seen = []

    def read():
        seen.append(Settings.instance().colour)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(map(str, seen))
