# Interrupts T1 when it holds both locks: T2 waits, but T1 needs nothing more and goes on.
# Hint: a thread that has all it needs waits for nobody; stop it while it still lacks something.
ORDER = ["T1 acquires target.lock", "T2 waits", "T1 ends", "T2 ends"]
