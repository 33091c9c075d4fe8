# The workers ask whether there is something left and then take it: in between it may be gone.
# Hint: looks like "is there something left?" and "take it" as two steps: another worker may take it in between.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    todo = list(enumerate(addresses))[::-1]

    def work():
        while todo:
            index, address = todo[-1]
            todo.pop()
            try:
                pages[index] = fetch(address)
            except Exception as error:
                pages[index] = error

    workers = [threading.Thread(target=work) for _ in range(at_once)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return pages
