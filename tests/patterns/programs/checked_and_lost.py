"""atomicity violation"""

import threading


class Box:
    def __init__(self):
        self.sold = 0

    def sell(self):
        if self.sold == 9:
            return
        self.sold += 1


def program():
    box = Box()
    threads = [threading.Thread(target=box.sell) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return box.sold


RIGHT = {2}
