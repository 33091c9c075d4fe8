"""torn read"""

import threading


class Position:
    def __init__(self):
        self.x, self.y = 0, 0

    def move(self, x, y):
        self.x = x
        self.y = y

    def read(self):
        return self.x, self.y


def program():
    position = Position()
    mover = threading.Thread(target=position.move, args=(3, 4))
    mover.start()
    seen = position.read()
    mover.join()
    return seen


RIGHT = {(0, 0), (3, 4)}
