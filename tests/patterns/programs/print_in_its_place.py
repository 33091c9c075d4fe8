"""lost update"""

import threading


class Till:
    def __init__(self):
        self.cash = 0

    def pay(self, amount):
        before = self.cash
        print("before", before)
        self.cash = before + amount


def program():
    till = Till()
    threads = [threading.Thread(target=till.pay, args=(n,)) for n in (5, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return till.cash


RIGHT = {12}
