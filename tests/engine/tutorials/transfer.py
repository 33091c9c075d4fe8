"""Two transfers in opposite directions, each locking the source first."""

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount


def there_and_back():
    alice, bob = Account(50), Account(50)
    threads = [
        threading.Thread(target=transfer, args=(alice, bob, 10)),
        threading.Thread(target=transfer, args=(bob, alice, 20)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return alice.balance, bob.balance
