"""value seen halfway"""

import threading


class Seats:
    def __init__(self):
        self.lock = threading.Lock()
        self.taken = 0

    def reserve(self):
        with self.lock:
            self.taken += 1
            if self.taken > 1:
                self.taken -= 1


def program():
    seats = Seats()
    seats.reserve()
    buyer = threading.Thread(target=seats.reserve)
    buyer.start()
    seen = seats.taken
    buyer.join()
    return seen


RIGHT = {1}
