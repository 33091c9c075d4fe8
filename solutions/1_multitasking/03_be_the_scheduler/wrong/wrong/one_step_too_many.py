# Loses the click, and then wants T1 to read again, which it never does.
# Hint: a thread does only what its lines say; go through them and count how often each step comes.
ORDER = [
    "T1 reads self.value",
    "T2 reads self.value",
    "T2 writes self.value",
    "T2 ends",
    "T1 writes self.value",
    "T1 reads self.value",
]
