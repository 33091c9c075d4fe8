"""nothing will come"""

import threading


def program():
    door = threading.Event()
    first = threading.Lock()

    def pass_through():
        with first:
            door.set()
            door.wait()
            door.clear()
        door.wait()

    threads = [threading.Thread(target=pass_through) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


RIGHT = {None}
