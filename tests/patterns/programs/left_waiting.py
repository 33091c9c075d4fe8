"""thread left behind"""

import queue
import threading


class Printer:
    def __init__(self):
        self.pages = queue.Queue()
        threading.Thread(target=self.work, daemon=True).start()

    def work(self):
        while True:
            self.pages.get()
            self.pages.task_done()

    def close(self):
        self.pages.join()


def program():
    printer = Printer()
    printer.pages.put("a page")
    printer.close()
    return "closed"


RIGHT = {"closed"}
