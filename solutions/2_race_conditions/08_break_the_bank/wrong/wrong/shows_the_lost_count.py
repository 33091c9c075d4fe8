# Loses an update of the number of transfers: a bug, but not the one that was asked for.
# Hint: a number that comes out wrong isn't a deadlock; look at the two locks, not at the count.
ORDER = ["T1 reads bank.transfers", "T2 ends", "T1 writes bank.transfers"]
