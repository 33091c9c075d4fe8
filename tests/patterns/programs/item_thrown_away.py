"""nothing will come"""

import threading


class Shelf:
    def __init__(self):
        self.items = []
        self.filled = threading.Condition()

    def put(self, item):
        with self.filled:
            self.items = [item]
            self.filled.notify()

    def get(self):
        with self.filled:
            while not self.items:
                self.filled.wait()
            return self.items.pop()


def program():
    shelf = Shelf()
    shelf.put("a")
    shelf.put("b")
    threads = [threading.Thread(target=shelf.get) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


RIGHT = {None}
