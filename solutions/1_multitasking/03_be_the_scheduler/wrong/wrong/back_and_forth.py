# Loses the click, and interrupts both threads for it.
# Hint: a second interruption is one too many; let the other thread end its work in the gap.
ORDER = [
    "T1 reads self.value",
    "T2 reads self.value",
    "T1 writes self.value",
    "T2 writes self.value",
]
