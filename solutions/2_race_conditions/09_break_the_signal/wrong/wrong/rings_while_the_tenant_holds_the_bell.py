# Has the courier ring while the tenant holds the bell's lock; it has to wait for that.
# Hint: who holds the lock of a condition keeps others from signalling; only the gap before is open.
ORDER = ["T1 acquires self.bell", "T2 calls self.bell.notify()", "T1 waits"]
