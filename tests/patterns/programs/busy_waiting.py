"""busy waiting"""

import threading


class Light:
    def __init__(self):
        self.lock = threading.Lock()
        self.green = False

    def wait(self):
        with self.lock:
            while not self.green:
                pass

    def turn(self):
        with self.lock:
            self.green = True


def program():
    light = Light()
    car = threading.Thread(target=light.wait)
    switch = threading.Thread(target=light.turn)
    car.start()
    switch.start()
    car.join()
    switch.join()


RIGHT = {None}
