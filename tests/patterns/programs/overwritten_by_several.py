"""overwritten in between"""

import threading


class Meter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def reset(self):
        self.value = 0
        return self.value

    def count(self):
        with self.lock:
            self.value += 1


def program():
    meter = Meter()
    read = []
    threads = [threading.Thread(target=lambda: read.append(meter.reset()))]
    threads += [threading.Thread(target=meter.count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return read[0]


RIGHT = {0, 1}
