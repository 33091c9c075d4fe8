"""busy waiting"""

import threading


class Light:
    def __init__(self):
        self.green = False

    def wait(self):
        while not self.green:
            pass


def program():
    light = Light()
    car = threading.Thread(target=light.wait)
    car.start()
    car.join()


RIGHT = {None}
