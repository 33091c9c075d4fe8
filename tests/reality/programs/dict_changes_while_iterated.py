"""A dictionary is iterated over, while another thread adds a key."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


prices = {"a": 1, "b": 2}
sums = []


def add_up():
    total = 0
    for name in prices:
        total += prices[name]
    sums.append(total)


def add_price():
    prices["c"] = 4


def main():
    race(add_up, add_price)
    return sums
