# Starts at_once downloads, waits for all of them, then starts the next: one slow page stops all.
# Hint: looks like batches: the next one begins only when the slowest of this one is done, and places stay empty.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)

    def download(index, address):
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error

    places = list(enumerate(addresses))
    for first in range(0, len(places), at_once):
        batch = places[first : first + at_once]
        threads = [threading.Thread(target=download, args=place) for place in batch]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return pages
