# Makes a new lock in each call: it keeps nobody out.
# Hint: looks like a lock that is made anew in each call: nobody else has it, so it keeps nobody out. Make it once.
import threading


class ReadWriteLock:
    def __init__(self):
        pass

    def read(self, work):
        return work()

    def write(self, work):
        with threading.Lock():
            return work()
