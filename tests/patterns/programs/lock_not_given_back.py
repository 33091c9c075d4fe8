"""lock not given back"""

import threading


class Stock:
    def __init__(self):
        self.lock = threading.Lock()
        self.pieces = 1

    def take(self):
        self.lock.acquire()
        if self.pieces == 0:
            return False
        self.pieces -= 1
        self.lock.release()
        return True


def program():
    stock = Stock()
    buyers = [threading.Thread(target=stock.take) for _ in range(3)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()


RIGHT = {None}
