# Has T2 take Bob's account while T1 holds it; that can't be.
# Hint: a lock that is held can't be taken; find out whose lock each name means for each thread.
ORDER = [
    "T1 acquires source.lock",
    "T1 acquires target.lock",
    "T2 acquires source.lock",
    "T2 acquires target.lock",
]
