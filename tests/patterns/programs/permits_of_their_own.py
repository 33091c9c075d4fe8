""""""

import threading


class Ferry:
    def __init__(self):
        self.aboard = 0
        self.fullest = 0
        self.lock = threading.Lock()

    def cross(self):
        places = threading.Semaphore(1)
        with places:
            with self.lock:
                self.aboard += 1
                self.fullest = max(self.fullest, self.aboard)
            with self.lock:
                self.aboard -= 1


def program():
    ferry = Ferry()
    cars = [threading.Thread(target=ferry.cross) for _ in range(2)]
    for car in cars:
        car.start()
    for car in cars:
        car.join()
    return ferry.fullest


RIGHT = {1}
