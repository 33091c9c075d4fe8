# Each worker locks a lock of its own, so nobody ever waits for anybody.
# Hint: looks like each thread makes a lock for itself: all have to take the same one, made beside what it guards.
import threading


def load(records, store, workers):
    numbered = enumerate(records, start=1)

    def work():
        taking = threading.Lock()
        while True:
            with taking:
                pair = next(numbered, None)
            if pair is None:
                return
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
