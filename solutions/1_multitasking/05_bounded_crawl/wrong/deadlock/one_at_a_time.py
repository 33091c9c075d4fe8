# A lock instead of a semaphore: never too many, since there is never more than one.
# Hint: looks like one download at a time: a lock keeps every limit, and wastes all the places but one.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    lock = threading.Lock()

    def download(index, address):
        with lock:
            try:
                pages[index] = fetch(address)
            except Exception as error:
                pages[index] = error

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
