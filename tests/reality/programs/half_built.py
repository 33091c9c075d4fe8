"""An object is published before it is filled."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Settings:
    instance = None

    def __init__(self):
        self.colour = None

    def load(self):
        self.colour = "blue"


seen = []


def get():
    if Settings.instance is None:
        Settings.instance = Settings()
        Settings.instance.load()
    seen.append(Settings.instance.colour)


def main():
    race(get, get)
    return seen
