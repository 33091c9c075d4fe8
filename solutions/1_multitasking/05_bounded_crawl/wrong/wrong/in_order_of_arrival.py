# Lists the pages in the order in which they come, not in that of the addresses.
# Hint: looks like results taken in order of arrival: give each one a place of its own, or a number.

import threading


def crawl(fetch, addresses, at_once):
    pages = []
    permits = threading.Semaphore(at_once)

    def download(address):
        with permits:
            try:
                page = fetch(address)
            except Exception as error:
                page = error
        pages.append(page)

    threads = [threading.Thread(target=download, args=(address,)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
