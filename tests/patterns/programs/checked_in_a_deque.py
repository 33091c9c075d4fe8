"""check-then-act"""

import threading
from collections import deque


class Desk:
    def __init__(self):
        self.letters = deque(["bill"])

    def take(self):
        if self.letters:
            return self.letters.popleft()
        return None


def program():
    desk = Desk()
    taken = []
    threads = [threading.Thread(target=lambda: taken.append(desk.take())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(taken)


RIGHT = {2}
