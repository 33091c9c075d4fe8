# A pool of at_once workers, and the calling thread downloads as well.
# Hint: looks like one too many: count every thread that downloads, the one that waits for the others too.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    todo = list(enumerate(addresses))[::-1]
    lock = threading.Lock()

    def work():
        while True:
            with lock:
                if not todo:
                    return
                index, address = todo.pop()
            try:
                pages[index] = fetch(address)
            except Exception as error:
                pages[index] = error

    workers = [threading.Thread(target=work) for _ in range(at_once)]
    for worker in workers:
        worker.start()
    work()
    for worker in workers:
        worker.join()
    return pages
