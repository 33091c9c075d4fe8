# Has T2 write before it has read; the steps of one thread keep their order.
# Hint: you choose between threads, not within one; each does its own steps in the usual order.
ORDER = [
    "T1 reads self.value",
    "T2 writes self.value",
    "T2 reads self.value",
    "T1 writes self.value",
]
