# Takes the record under the lock and its number after it: in between, another worker does both.
# Hint: looks like record and number are taken in two steps: hold the lock until you have both, or let them come as one pair.
import itertools
import threading


def load(records, store, workers):
    source = iter(records)
    numbers = itertools.count(1)
    taking = threading.Lock()
    end = object()

    def work():
        while True:
            with taking:
                record = next(source, end)
            if record is end:
                return
            with taking:
                number = next(numbers)
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
