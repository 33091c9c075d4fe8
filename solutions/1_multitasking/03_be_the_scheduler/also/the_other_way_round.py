"""T2 begins and is interrupted: which thread loses is a matter of taste."""

ORDER = [
    "T2 reads self.value",
    "T1 ends",
    "T2 writes self.value",
]
