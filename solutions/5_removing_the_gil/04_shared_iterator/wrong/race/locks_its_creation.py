# Takes the lock to make the iterator, and not to ask it for the next item.
# Hint: looks like the lock is held only while the iterator is made: it is each `next()` that must not be interrupted.
import threading


def load(records, store, workers):
    taking = threading.Lock()
    with taking:
        numbered = enumerate(records, start=1)

    def work():
        with taking:
            mine = iter(numbered)
        for number, record in mine:
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
