# Looks at the count without the lock that guards it: two may see the last place free.
# Hint: looks like a check outside the lock: between the look at the count and the change another thread may come.

import threading
import time


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    lock = threading.Lock()
    under_way = 0

    def download(index, address):
        nonlocal under_way
        while under_way >= at_once:
            time.sleep(0.01)
        with lock:
            under_way += 1
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error
        with lock:
            under_way -= 1

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
