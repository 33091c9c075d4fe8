# Copies the keys and looks each price up later: by then it is another one, or the key is gone.
# Hint: looks like only the keys are copied: each price is looked up at a moment of its own, and its symbol may be gone by then.
class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        for symbol in list(self._prices):
            write(f"{symbol} {self._prices[symbol]}")
