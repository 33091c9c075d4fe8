"""A list is summed up, while another thread moves one from item to item."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


purses = [1, 0]
sums = []


def add_up():
    sums.append(sum(purses))


def move():
    purses[0] -= 1
    purses[1] += 1


def main():
    race(add_up, move)
    return sums
