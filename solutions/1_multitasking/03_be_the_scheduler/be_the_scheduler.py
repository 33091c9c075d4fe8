"""T1 has read 0 and is interrupted; T2 counts to 1; T1 writes its 1 over that of T2."""

ORDER = [
    "T1 reads self.value",
    "T2 reads self.value",
    "T2 writes self.value",
    "T2 ends",
    "T1 writes self.value",
]
