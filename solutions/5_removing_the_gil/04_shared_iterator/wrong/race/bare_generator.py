# All workers go round in one generator, which refuses to be asked by two threads at once.
# Hint: looks like threads share a generator: it can run for one thread at a time only, and raises ValueError at the others.
import threading


def load(records, store, workers):
    def numbered_records():
        number = 0
        for record in records:
            number += 1
            yield number, record

    numbered = numbered_records()

    def work():
        for number, record in numbered:
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
