# Begins again on a RuntimeError; but only a change of size raises one, a change of price is silent.
# Hint: looks like the error is taken for the trouble: it comes only when the size changes, and a mixed copy raises nothing.
class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        while True:
            try:
                lines = [f"{symbol} {price}" for symbol, price in self._prices.items()]
                break
            except RuntimeError:
                continue
        for line in lines:
            write(line)
