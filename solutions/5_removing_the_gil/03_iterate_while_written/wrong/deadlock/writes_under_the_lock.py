# Holds the lock for the whole export: safe, but a slow client brings everybody to a halt.
# Hint: looks like the lock is held while `write()` runs: everybody waits for the slowest client; copy under it, write after it.
import threading


class PriceBoard:
    def __init__(self):
        self._prices = {}
        self._lock = threading.Lock()

    def put(self, symbol, price):
        with self._lock:
            self._prices[symbol] = price

    def drop(self, symbol):
        with self._lock:
            del self._prices[symbol]

    def export(self, write):
        with self._lock:
            for symbol, price in self._prices.items():
                write(f"{symbol} {price}")
