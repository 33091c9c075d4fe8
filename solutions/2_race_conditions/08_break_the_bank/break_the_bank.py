"""Each thread takes its first lock, which is the second lock of the other one."""

ORDER = [
    "T1 acquires source.lock",
    "T2 acquires source.lock",
    "T2 waits",
    "T1 waits",
]
