# drop() doesn't give the lock back when the symbol isn't there; whoever comes next waits for ever.
# Hint: looks like the lock is not given back when something raises: `with lock:` gives it back on every way out.
import threading


class PriceBoard:
    def __init__(self):
        self._prices = {}
        self._lock = threading.Lock()

    def put(self, symbol, price):
        with self._lock:
            self._prices[symbol] = price

    def drop(self, symbol):
        self._lock.acquire()
        del self._prices[symbol]
        self._lock.release()

    def export(self, write):
        with self._lock:
            prices = dict(self._prices)
        for symbol, price in prices.items():
            write(f"{symbol} {price}")
