"""Two fields are written one after the other by calls, and read so."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Point:
    def __init__(self):
        self.place = {}

    def move(self):
        self.place.update(x=1)
        self.place.update(y=1)


point = Point()
seen = []


def read():
    seen.append((point.place.get("x"), point.place.get("y")))


def main():
    race(point.move, read)
    return seen
