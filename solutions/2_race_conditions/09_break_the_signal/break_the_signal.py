"""The tenant has found no letter; the bell rings before it lies down."""

ORDER = [
    "T1 reads self.arrived",
    "T2 writes self.arrived",
    "T2 writes self.letter",
    "T2 calls self.bell.notify()",
    "T2 ends",
    "T1 waits",
]
