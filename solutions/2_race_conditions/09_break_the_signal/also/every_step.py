"""Every step of both, as the timeline shows them."""

ORDER = [
    "T1 reads self.arrived → False",
    "T2 writes self.arrived = True",
    "T2 writes self.letter = 'from Ada'",
    "T2 acquires self.bell",
    "T2 calls self.bell.notify()",
    "T2 releases self.bell",
    "T2 writes self.parked = False",
    "T2 ends",
    "T1 acquires self.bell",
    "T1 calls self.bell.wait()",
    "T1 waits",
]
