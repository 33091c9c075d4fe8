# Each job runs in a thread of its own; nothing says that the one with the inbox gets its turn.
# Hint: looks like a thread for each job: the loop that should answer is now one of many that want to run.

import queue
import threading

SLICE = 4


class Node:
    def __init__(self, crunch):
        self._crunch = crunch
        self._inbox = queue.Queue()

    def submit(self, items, done):
        self._inbox.put(("job", items, done))

    def ping(self, pong):
        self._inbox.put(("ping", pong))

    def stop(self):
        self._inbox.put(("stop",))

    def serve(self):
        threads = []
        while True:
            match self._inbox.get():
                case "job", items, done:
                    threads.append(threading.Thread(target=self._work, args=(items, done)))
                    threads[-1].start()
                case "ping", pong:
                    pong()
                case _:
                    break
        for thread in threads:
            thread.join()

    def _work(self, items, done):
        done(sum(self._crunch(item) for item in items))
