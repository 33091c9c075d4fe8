""""""

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def add(self):
        self.value += 1


def program():
    counter = Counter()
    counter.value = 5
    before = counter.value
    thread = threading.Thread(target=counter.add)
    thread.start()
    thread.join()
    counter.value = before + counter.value
    return counter.value


RIGHT = {6}
