# Copies the keys and leaves out what is gone: no error any more, but prices of different moments.
# Hint: looks like missing keys are passed over: that ends the errors, but the prices are still looked up one after the other.
class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        del self._prices[symbol]

    def export(self, write):
        for symbol in tuple(self._prices):
            price = self._prices.get(symbol)
            if price is not None:
                write(f"{symbol} {price}")
