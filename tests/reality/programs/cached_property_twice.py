"""A cached property is asked for by two threads at once."""

from functools import cached_property
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Report:
    made = 0

    @cached_property
    def text(self):
        self.made += 1
        return len(str(self.made))


report = Report()


def main():
    race(lambda: report.text, lambda: report.text)
    return report.made
