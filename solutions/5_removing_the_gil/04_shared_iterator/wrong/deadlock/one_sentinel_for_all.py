# Puts one end mark into the queue for all: the first worker takes it, the others wait for ever.
# Hint: looks like there is one end mark for several workers: each takes one away, so put as many, or put it back for the next one.
import queue
import threading


def load(records, store, workers):
    pairs = queue.Queue()
    for pair in enumerate(records, start=1):
        pairs.put(pair)
    pairs.put(None)

    def work():
        while (pair := pairs.get()) is not None:
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
