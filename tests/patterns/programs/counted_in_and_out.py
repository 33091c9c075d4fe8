""""""

import threading


class Room:
    def __init__(self):
        self.lock = threading.Lock()
        self.inside = 0

    def visit(self):
        with self.lock:
            self.inside += 1
        with self.lock:
            self.inside -= 1

    def look(self):
        with self.lock:
            return self.inside


def program():
    room = Room()
    seen = []
    threads = [
        threading.Thread(target=room.visit),
        threading.Thread(target=lambda: seen.append(room.look())),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen[0]


RIGHT = {0}
