# No threads, no race: the calling thread stores one record after the other.
# Hint: looks like the work is done by one thread: nothing can go wrong between threads then, and nothing is done at the same time.

def load(records, store, workers):
    for number, record in enumerate(records, start=1):
        store(number, record)
