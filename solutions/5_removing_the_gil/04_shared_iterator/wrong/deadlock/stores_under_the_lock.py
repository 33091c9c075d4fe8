# Holds the lock while it stores: safe, and as slow as a single worker.
# Hint: looks like the lock is held while the slow part runs: take the next item under it, and give it back before you work on it.
import threading


def load(records, store, workers):
    numbered = enumerate(records, start=1)
    taking = threading.Lock()

    def work():
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
