"""The mirror image: T2 takes its first lock and is interrupted."""

ORDER = ["T2 acquires source.lock", "T1 acquires source.lock"]
