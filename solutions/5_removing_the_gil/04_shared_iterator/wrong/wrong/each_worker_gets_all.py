# Gives each worker an iterator of its own, and with it all the records.
# Hint: looks like each thread has its own iterator over everything: then nobody disturbs anybody, and each item is done by all.
import threading


def load(records, store, workers):
    pairs = list(enumerate(records, start=1))

    def work():
        for number, record in pairs:
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
