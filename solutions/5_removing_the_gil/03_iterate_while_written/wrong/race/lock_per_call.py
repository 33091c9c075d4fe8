# A new lock in each call, which nobody else can ever hold.
# Hint: looks like a lock that is made where it is taken: nobody else knows it, so make one where the dictionary is made.
import threading


class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        with threading.Lock():
            self._prices[symbol] = price

    def drop(self, symbol):
        with threading.Lock():
            del self._prices[symbol]

    def export(self, write):
        with threading.Lock():
            lines = [f"{symbol} {price}" for symbol, price in self._prices.items()]
        for line in lines:
            write(line)
