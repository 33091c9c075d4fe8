"""waits while holding a lock"""

import queue
import threading


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.orders = queue.Queue()

    def serve(self):
        with self.lock:
            return self.orders.get()

    def order(self, dish):
        with self.lock:
            self.orders.put(dish)


def program():
    counter = Counter()
    cook = threading.Thread(target=counter.serve)
    guest = threading.Thread(target=counter.order, args=("soup",))
    cook.start()
    guest.start()
    cook.join()
    guest.join()


RIGHT = {None}
