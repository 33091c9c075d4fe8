# Locks put() and the copying, but not drop(): a loop that makes a copy can still meet a change.
# Hint: looks like one of those who change the dictionary does not take the lock: then holding it keeps nobody out.
import threading


class PriceBoard:
    def __init__(self):
        self._prices = {}
        self._lock = threading.Lock()

    def put(self, symbol, price):
        with self._lock:
            self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        with self._lock:
            lines = [f"{symbol} {price}" for symbol, price in self._prices.items()]
        for line in lines:
            write(line)
