"""A descriptor of our own is read, and written one larger."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Positive:
    def __get__(self, owner, kind):
        return owner.held

    def __set__(self, owner, value):
        if value >= 0:
            owner.held = value


class Stock:
    pieces = Positive()

    def __init__(self):
        self.held = 1


stock = Stock()


def take():
    stock.pieces -= 1


def main():
    race(take, take)
    return stock.pieces
