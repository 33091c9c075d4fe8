"""The shortest one: what comes after the gap comes by itself."""

ORDER = ["T1 reads self.arrived", "T2 ends"]
