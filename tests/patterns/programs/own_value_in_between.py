""""""

import threading


class Bill:
    def __init__(self):
        self.prices = (1, 2)
        self.sum = 0

    def total(self):
        self.sum = 0
        for price in self.prices:
            self.sum += price
        return self.sum


def program():
    bill = Bill()
    totals = []
    threads = [threading.Thread(target=lambda: totals.append(bill.total())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(sorted(totals))


RIGHT = {(3, 3)}
