# Holds the permit while a thread is started, not while it downloads.
# Hint: looks like a limit around `start()`: it comes back at once, so the limit says nothing about the work itself.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    permits = threading.Semaphore(at_once)

    def download(index, address):
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for thread in threads:
        with permits:
            thread.start()
    for thread in threads:
        thread.join()
    return pages
