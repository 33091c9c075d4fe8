# An error ends the worker that met it: when all have met one, the rest is never fetched.
# Hint: looks like a `try` around the whole loop of a worker: the first error ends the loop, and its place is lost.

import queue
import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    todo = queue.SimpleQueue()
    for place in enumerate(addresses):
        todo.put(place)

    def work():
        index = 0
        try:
            while True:
                index, address = todo.get_nowait()
                pages[index] = fetch(address)
        except queue.Empty:
            pass
        except Exception as error:
            pages[index] = error

    workers = [threading.Thread(target=work) for _ in range(at_once)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return pages
