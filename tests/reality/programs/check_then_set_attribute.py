"""A balance is compared, and reduced."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount


def main():
    account = Account(10)
    race(lambda: account.withdraw(10), lambda: account.withdraw(5))
    return account.balance
