"""RLock: a method that holds the lock calls another one that takes it."""

from threading import Lock, RLock, Thread


class Account:
    def __init__(self, lock):
        self.lock = lock
        self.balance = 0

    def deposit(self):
        with self.lock:
            self.balance += 1

    def deposit_twice(self):
        with self.lock:
            self.deposit()
            self.deposit()


def use(account):
    thread = Thread(target=account.deposit_twice)
    thread.start()
    account.deposit()
    thread.join()
    return account.balance


def right():
    """The lock may be taken again by its owner."""
    return use(Account(RLock()))


def wrong():
    """The owner waits for itself."""
    return use(Account(Lock()))
