""""""

import threading


class Feed:
    def __init__(self):
        self.filled = threading.Semaphore(0)
        self.latest = 0

    def produce(self):
        for number in (1, 2):
            self.latest = number
            self.filled.release()

    def consume(self):
        self.filled.acquire()
        return self.latest


def program():
    feed = Feed()
    found = []
    threads = [
        threading.Thread(target=feed.produce),
        threading.Thread(target=lambda: found.append(feed.consume())),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found[0]


RIGHT = {2}
