# Starts a thread every now and then and hopes that the earlier ones are done by then.
# Hint: looks like a sleep as the limit: how long a download takes, no sleep can know.

import threading
import time


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)

    def download(index, address):
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for number, thread in enumerate(threads, 1):
        thread.start()
        if number % at_once == 0:
            time.sleep(1)
    for thread in threads:
        thread.join()
    return pages
