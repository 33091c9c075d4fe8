# Takes an empty record for the end of the source; the rest is never stored.
# Hint: looks like an item that is false is taken for the end: mark the end by something that no item can be.
import threading


def load(records, store, workers):
    source = iter(records)
    taking = threading.Lock()
    number = 0

    def work():
        nonlocal number
        while True:
            with taking:
                record = next(source, None)
                number += 1
                own = number
            if not record:
                return
            store(own, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
