"""lost update"""

import threading


class Register:
    def __init__(self):
        self.sum = 0

    def pay(self):
        mine = 0

        def add():
            nonlocal mine
            mine += 1

        add()
        before = self.sum
        self.sum = before + mine


def program():
    register = Register()
    threads = [threading.Thread(target=register.pay) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return register.sum


RIGHT = {2}
