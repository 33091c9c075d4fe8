# Makes a new semaphore for each download: each has permits of its own, and nobody ever waits.
# Hint: looks like a semaphore made per call: only threads that share the same one can wait for each other.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)

    def download(index, address):
        permits = threading.Semaphore(at_once)
        with permits:
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
