"""check-then-act"""

import threading


class Pool:
    def __init__(self):
        self.opened = 0
        self.made = 0

    def open(self):
        if self.opened < 1:
            self.opened += 1
            self.made += 1


def program():
    pool = Pool()
    threads = [threading.Thread(target=pool.open) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pool.opened, pool.made


RIGHT = {(1, 1)}
