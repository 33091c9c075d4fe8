"""Copied from a timeline, values and all; a tuple does as well as a list."""

ORDER = (
    "T1 reads self.value → 0",
    "T2 reads self.value → 0",
    "T2 writes self.value = 1",
    "T2 writes self.latest = 'Bob'",
    "T2 ends",
    "T1 writes self.value = 1",
    "T1 writes self.latest = 'Ada'",
)
