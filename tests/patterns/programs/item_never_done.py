"""nothing will come"""

import queue
import threading


class Printer:
    def __init__(self):
        self.jobs = queue.Queue()

    def work(self):
        while True:
            self.jobs.get()

    def print_all(self):
        self.jobs.put("page")
        self.jobs.join()


def program():
    printer = Printer()
    worker = threading.Thread(target=printer.work, daemon=True)
    worker.start()
    printer.print_all()


RIGHT = {None}
