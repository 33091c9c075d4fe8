""""""

import threading


class Door:
    def __init__(self):
        self.lock = threading.Lock()
        self.round = 0
        self.open = threading.Event()

    def pass_through(self):
        with self.lock:
            self.round += 1
            if self.round == 2:
                self.open.set()
        self.open.wait()
        return self.round


def program():
    door = Door()
    seen = []

    def go():
        for _ in range(2):
            door.pass_through()
        seen.append(door.round)

    threads = [threading.Thread(target=go) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(seen)


RIGHT = ([4, 4],)
