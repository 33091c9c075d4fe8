# Calls in a thread that isn't there.
# Hint: only two threads click here; they are called T1 and T2.
ORDER = ["T1 reads self.value", "T3 writes self.value", "T1 writes self.value"]
