# Interrupts T1 when it has given both locks back.
# Hint: a thread that holds nothing stands in nobody's way; stop it while it holds its first lock.
ORDER = ["T1 releases source.lock", "T2 ends", "T1 ends"]
