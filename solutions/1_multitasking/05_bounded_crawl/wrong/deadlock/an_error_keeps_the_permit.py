# release() comes after fetch() without a finally: an error keeps its permit for good.
# Hint: looks like a permit that an error keeps: `release()` is skipped when the call before it raises.

import threading


def crawl(fetch, addresses, at_once):
    pages = [""] * len(addresses)
    permits = threading.Semaphore(at_once)

    def download(index, address):
        permits.acquire()
        try:
            pages[index] = fetch(address)
            permits.release()
        except Exception as error:
            pages[index] = error

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
