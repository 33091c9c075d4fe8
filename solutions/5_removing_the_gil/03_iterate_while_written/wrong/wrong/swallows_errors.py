# Catches everything, so that an export "never fails": a full disk is no longer told either.
# Hint: looks like every exception is caught: errors that are not about the iteration have to come out.
class PriceBoard:
    def __init__(self):
        self._prices = {}

    def put(self, symbol, price):
        self._prices[symbol] = price

    def drop(self, symbol):
        self._prices.pop(symbol, None)

    def export(self, write):
        try:
            for symbol, price in self._prices.copy().items():
                write(f"{symbol} {price}")
        except Exception:
            pass
