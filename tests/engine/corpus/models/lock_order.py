"""Lock: two transfers between two accounts, in opposite directions."""

from threading import Lock, Thread


class Account:
    def __init__(self, number):
        self.number = number
        self.lock = Lock()
        self.balance = 10


def move(source, target, amount):
    source.balance -= amount
    target.balance += amount


def transfer(source, target, amount):
    with source.lock, target.lock:
        move(source, target, amount)


def transfer_in_order(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        move(source, target, amount)


def both_ways(transfer):
    a, b = Account(1), Account(2)
    thread = Thread(target=transfer, args=(a, b, 3))
    thread.start()
    transfer(b, a, 4)
    thread.join()
    return (a.balance, b.balance)


def right():
    """The account with the smaller number is locked first."""
    return both_ways(transfer_in_order)


def wrong():
    """The source is locked first: each may hold what the other one needs."""
    return both_ways(transfer)
