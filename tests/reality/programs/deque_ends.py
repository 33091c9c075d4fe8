"""One thread takes from the left of a deque, while another one appends on the right."""

from collections import deque
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


line = deque(["first"], maxlen=1)
taken = []


def take():
    taken.append(line.popleft())


def put():
    line.append("second")


def main():
    race(take, put)
    return taken, list(line)
