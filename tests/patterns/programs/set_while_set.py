""""""

import threading


class Gate:
    def __init__(self):
        self.here = 0
        self.lock = threading.Lock()
        self.door = threading.Event()

    def meet(self):
        with self.lock:
            self.here += 1
            if self.here == 2:
                self.door.set()
        self.door.wait()
        with self.lock:
            self.here -= 1
            if self.here == 0:
                self.door.clear()


def program():
    gate = Gate()

    def twice():
        gate.meet()
        gate.meet()

    threads = [threading.Thread(target=twice) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


RIGHT = {None}
