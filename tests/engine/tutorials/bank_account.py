"""A bank account that two machines withdraw from, without a lock."""

from concurrent.futures import ThreadPoolExecutor


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount
            return True
        return False


def withdraw_twice():
    account = Account(100)
    with ThreadPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(account.withdraw, 70) for _ in range(2)]
    paid_out = sum(70 for future in futures if future.result())
    return paid_out, account.balance
