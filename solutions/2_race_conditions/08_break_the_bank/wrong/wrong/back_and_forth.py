# Stands still, but interrupts both threads for it.
# Hint: a thread that can't get a lock stops by itself; only one has to be stopped by you.
ORDER = ["T1 acquires source.lock", "T2 acquires source.lock", "T1 waits", "T2 waits"]
