"""self-deadlock"""

import threading


class Shelf:
    def __init__(self, lock):
        self.lock = lock
        self.pieces = 1


def move(first, second):
    with first.lock, second.lock:
        first.pieces -= 1
        second.pieces += 1


def program():
    lock = threading.Lock()
    shelves = Shelf(lock), Shelf(lock)
    thread = threading.Thread(target=move, args=shelves)
    thread.start()
    thread.join()
    return shelves[1].pieces


RIGHT = {2}
