"""each in the other's way"""

import threading


class Door:
    def __init__(self):
        self.inside = [True, True]

    def go_first(self, me):
        while self.inside[1 - me]:
            self.inside[me] = True
        self.inside[me] = False


def program():
    door = Door()
    guests = [threading.Thread(target=door.go_first, args=(n,)) for n in range(2)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()


RIGHT = {None}
