# Raises a BaseException of its own in a thread.
# expect: fail

import threading


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        class Odd(BaseException):
            pass

        def fall():
            raise Odd

        thread = threading.Thread(target=fall)
        thread.start()
        thread.join()
        self.value += 1
