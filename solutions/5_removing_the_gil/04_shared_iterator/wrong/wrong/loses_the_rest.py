# Cuts the list into equal parts and forgets what is left over.
# Hint: looks like the remainder of a division is lost: not each number of items can be cut into equal parts.
import threading


def load(records, store, workers):
    pairs = list(enumerate(records, start=1))
    size = len(pairs) // workers

    def work(part):
        for pair in part:
            store(*pair)

    parts = [pairs[n * size : (n + 1) * size] for n in range(workers)]
    threads = [threading.Thread(target=work, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
