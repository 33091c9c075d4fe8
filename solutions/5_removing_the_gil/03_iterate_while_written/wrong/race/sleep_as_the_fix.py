# Sleeps a moment so that the writers are through, and then goes round in the live dictionary.
# Hint: looks like a sleep is to keep the others away: it only makes the bad moment rarer, they may write at any time.
import time


class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        time.sleep(0.01)
        lines = [f"{symbol} {price}" for symbol, price in self._prices.items()]
        for line in lines:
            write(line)
