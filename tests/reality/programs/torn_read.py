"""Two fields are written one after the other, and read so."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Point:
    def __init__(self):
        self.x = self.y = 0

    def move(self):
        self.x = 1
        self.y = 1


point = Point()
seen = []


def read():
    seen.append((point.x, point.y))


def main():
    race(point.move, read)
    return seen
