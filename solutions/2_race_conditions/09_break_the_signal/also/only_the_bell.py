"""Names what matters: the look, the bell, the sleep."""

ORDER = ["T1 reads arrived", "T2 calls bell.notify", "T2 ends", "T1 waits"]
