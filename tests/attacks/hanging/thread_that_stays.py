# Leaves a thread that never ends, and is no daemon.
# expect: fail

import threading
import time


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        def stay():
            while True:
                time.sleep(1)

        threading.Thread(target=stay).start()
        self.value += 1
