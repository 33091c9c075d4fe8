# Stands still, and then wants T1 to give its lock back, which it will never do.
# Hint: in a deadlock nobody can do another step, not even give a lock back; end your order before.
ORDER = ["T1 acquires source.lock", "T2 waits", "T1 releases source.lock"]
