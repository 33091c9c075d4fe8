"""T1 stops a little later, when it has looked at the balance: it still lacks its second lock."""

ORDER = ["T1 acquires lock", "T1 reads source.balance", "T2 acquires source.lock", "T2 waits"]
