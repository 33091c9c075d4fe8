"""A `with` sets a global, and sets it back at its end."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


level = 0


class Deeper:
    def __enter__(self):
        global level
        self.before = level
        level = self.before + 1

    def __exit__(self, *exception):
        global level
        level = self.before


def look():
    with Deeper():
        pass


def main():
    race(look, look)
    return level
