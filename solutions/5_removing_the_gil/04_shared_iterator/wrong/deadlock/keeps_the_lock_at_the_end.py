# At the end next() raises StopIteration, and the lock isn't given back: the others wait for ever.
# Hint: looks like an exception passes between `acquire()` and `release()`: at its end `next()` raises StopIteration; use `with`.
import threading


def load(records, store, workers):
    numbered = enumerate(records, start=1)
    taking = threading.Lock()

    def work():
        while True:
            try:
                taking.acquire()
                number, record = next(numbered)
                taking.release()
            except StopIteration:
                return
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
