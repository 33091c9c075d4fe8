""""""

import threading


class Post:
    def __init__(self):
        self.lock = threading.Lock()
        self.number = 0
        self.full = False

    def send(self):
        with self.lock:
            self.number = 7
            self.full = True

    def fetch(self):
        with self.lock:
            if self.full:
                return self.number
        with self.lock:
            return -self.number


def program():
    post = Post()
    found = []
    threads = [
        threading.Thread(target=post.send),
        threading.Thread(target=lambda: found.append(post.fetch())),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found[0]


RIGHT = {0, 7}
