"""Two fields are formatted into one text, while they change."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Clock:
    def __init__(self):
        self.hour, self.minute = 9, 59


clock = Clock()
shown = []


def show():
    shown.append(f"{clock.hour}:{clock.minute:02}")


def tick():
    clock.hour, clock.minute = 10, 0


def main():
    race(show, tick)
    return shown
