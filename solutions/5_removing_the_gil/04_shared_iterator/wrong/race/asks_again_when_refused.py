# Takes the ValueError of a generator for a lock: other sources raise none and serve two at once.
# Hint: looks like a ValueError is caught and tried again: only generators raise one, other iterators just get it wrong.
import threading
import time


def load(records, store, workers):
    numbered = enumerate(records, start=1)

    def work():
        while True:
            try:
                pair = next(numbered, None)
            except ValueError:
                time.sleep(0.001)
                continue
            if pair is None:
                return
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
