# T2 reads only when T1 has written: T2 sees the new number, and nothing is lost.
# Hint: the interruption comes too late, after the write; the dangerous gap is before it.
ORDER = [
    "T1 reads self.value",
    "T1 writes self.value",
    "T2 reads self.value",
    "T2 writes self.value",
    "T2 ends",
]
