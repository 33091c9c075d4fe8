"""The largest of a list is looked for by a comparison of our own, while it changes."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Bid:
    def __init__(self, price):
        self.price = price

    def __lt__(self, other):
        return self.price < other.price

    def __gt__(self, other):
        return self.price > other.price


bids = [Bid(1), Bid(2)]
found = []


def look():
    found.append(max(bids).price)


def change():
    bids[0].price = 3
    bids[1].price = 0


def main():
    race(look, change)
    return found
