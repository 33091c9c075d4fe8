# Starts threads without end.
# expect: limit

import threading
import time


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        def stay():
            time.sleep(1000)

        while True:
            threading.Thread(target=stay).start()
        self.value += 1
