"""busy waiting"""

import queue
import threading


def program():
    orders = queue.Queue()

    def bake():
        while True:
            try:
                return orders.get_nowait()
            except queue.Empty:
                continue

    baker = threading.Thread(target=bake)
    baker.start()
    baker.join()


RIGHT = {None}
