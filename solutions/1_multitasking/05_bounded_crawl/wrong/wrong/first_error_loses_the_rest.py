# Lets the first error out of crawl(): all the other pages are lost with it.
# Hint: looks like results read without catching: the first error leaves the function, and takes the others along.

from concurrent.futures import ThreadPoolExecutor


def crawl(fetch, addresses, at_once):
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        return list(pool.map(fetch, addresses))
