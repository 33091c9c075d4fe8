# Takes the lock for the keys, and again for each price: many locked moments are not one moment.
# Hint: looks like the lock is given back between one price and the next: take all of them while you hold it once.
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
            symbols = list(self._prices)
        for symbol in symbols:
            with self._lock:
                price = self._prices.get(symbol)
            if price is not None:
                write(f"{symbol} {price}")
