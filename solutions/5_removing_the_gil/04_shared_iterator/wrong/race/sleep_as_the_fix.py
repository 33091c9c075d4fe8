# Sleeps before it asks, so that the others are through; they may ask at any moment all the same.
# Hint: looks like a sleep is to keep threads apart: it only makes the bad moment rarer.
import threading
import time


def load(records, store, workers):
    numbered = enumerate(records, start=1)

    def work():
        while True:
            time.sleep(0.001)
            pair = next(numbered, None)
            if pair is None:
                return
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
