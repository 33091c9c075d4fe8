# Never lets more than two download, whatever the server puts up with: places stay empty.
# Hint: looks like a limit of your own below the one that was given: what is allowed may be used.

from concurrent.futures import ThreadPoolExecutor


def crawl(fetch, addresses, at_once):
    def download(address):
        try:
            return fetch(address)
        except Exception as error:
            return error

    with ThreadPoolExecutor(max_workers=min(at_once, 2)) as pool:
        return list(pool.map(download, addresses))
