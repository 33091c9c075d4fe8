# Keeps its first copy and exports that one for ever.
# Hint: looks like an old copy is exported: a copy has to be made anew, or thrown away with each change.
class PriceBoard:
    def __init__(self):
        self._prices = {}
        self._copy = None

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        if self._copy is None:
            self._copy = self._prices.copy()
        for symbol, price in self._copy.items():
            write(f"{symbol} {price}")
