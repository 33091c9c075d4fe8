"""An attribute of a class is read through an instance, and written to the class."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Account:
    opened = 0

    def __init__(self):
        type(self).opened = self.opened + 1


def main():
    race(Account, Account)
    return Account.opened
