"""T2 goes on until it waits; what it takes on the way need not be said."""

ORDER = ["T1 acquires source.lock", "T2 waits", "T1 waits"]
