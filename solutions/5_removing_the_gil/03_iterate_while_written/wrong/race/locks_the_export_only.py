# Only export() takes the lock: it keeps out other exports, and none of those who change the board.
# Hint: looks like only the reader takes the lock: those who write have to take the same one, or it keeps nobody out.
import threading


class PriceBoard:
    def __init__(self):
        self._prices = {}
        self._lock = threading.Lock()

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        with self._lock:
            lines = []
            for symbol, price in self._prices.items():
                lines.append(f"{symbol} {price}")
        for line in lines:
            write(line)
