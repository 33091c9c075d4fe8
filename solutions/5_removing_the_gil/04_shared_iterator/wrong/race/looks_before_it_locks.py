# Asks whether there is a next index before it takes the lock; by then somebody else has taken it.
# Hint: looks like the question stands outside of the lock: its answer is old when you act on it, so ask again, or ask inside.
import threading


def load(records, store, workers):
    records = list(records)
    taking = threading.Lock()
    index = 0

    def work():
        nonlocal index
        while index < len(records):
            with taking:
                number = index + 1
                index = number
            store(number, records[number - 1])

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
