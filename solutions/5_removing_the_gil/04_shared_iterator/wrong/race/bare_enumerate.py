# All workers go round in one enumerate: two of them may ask it, and the source, at the same moment.
# Hint: looks like threads share an iterator without a lock: taking the next item is several steps, so let one thread at a time do it.
import threading


def load(records, store, workers):
    numbered = enumerate(records, start=1)

    def work():
        while True:
            try:
                number, record = next(numbered)
            except StopIteration:
                return
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
