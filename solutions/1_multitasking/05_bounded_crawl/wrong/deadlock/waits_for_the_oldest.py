# When all places are taken, waits for the oldest download, though another may end long before.
# Hint: looks like waiting for one certain download: any that ends makes a place free, so wait for whichever is first.

from collections import deque
from concurrent.futures import ThreadPoolExecutor


def crawl(fetch, addresses, at_once):
    def download(address):
        try:
            return fetch(address)
        except Exception as error:
            return error

    pages = []
    under_way = deque()
    with ThreadPoolExecutor() as pool:
        for address in addresses:
            if len(under_way) == at_once:
                pages.append(under_way.popleft().result())
            under_way.append(pool.submit(download, address))
        pages += [future.result() for future in under_way]
    return pages
