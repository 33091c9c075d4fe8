"""A value is made by the first that finds none."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Settings:
    instance = None

    @classmethod
    def get(cls):
        if cls.instance is None:
            cls.instance = cls()
        return cls.instance


got = []


def main():
    race(lambda: got.append(Settings.get()), lambda: got.append(Settings.get()))
    return got[0] is got[1]
