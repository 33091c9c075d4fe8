"""lock not given back"""

import threading


class Printer:
    def __init__(self):
        self.lock = threading.RLock()
        self.pages = 0

    def begin(self):
        self.lock.acquire()
        self.pages += 1

    def end(self):
        try:
            self.lock.release()
        except RuntimeError:
            self.pages -= 1


def run(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def program():
    printer = Printer()
    run(printer.begin)
    run(printer.end)
    run(printer.begin)
    return printer.pages


RIGHT = {1, 2}
