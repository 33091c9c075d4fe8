"""Read all the pages of a small web server without bringing it down.

The archive copies web sites before they vanish. `crawl()` gets the addresses of one site and the
number of downloads that its server puts up with at once.

What is wrong today
    `crawl()` gives each address a thread of its own. A site with three hundred pages gets three
    hundred downloads in the same second; its server answers with errors, then not at all, and
    then it has locked us out.

What must hold
    - There are never more than `at_once` downloads under way, whatever the order of the threads.
    - As long as there is enough to do, there are that many: one after the other is too slow.
    - A slow page takes one place, no more: all the other places go on with the pages after it.
    - `crawl()` returns one page for each address, in the order of the addresses. Each address
      is fetched once.
    - Where `fetch` raised, that very error stands in the place of the page. Its place is free
      for the next download, and all other pages are there.

What may not change
    `crawl(fetch, addresses, at_once)`. `fetch` belongs to others: it takes an address and returns
    a page or raises any `Exception`. `at_once` is at least 1; there may be fewer addresses, or
    none.
"""

import threading
from collections.abc import Callable, Sequence


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many.

    Args:
        fetch: downloads one page.
        addresses: what to download.
        at_once: how many downloads may be under way at the same time.

    Returns:
        For each address, in the same order, its page or the error that `fetch` raised.
    """
    pages: list[str | Exception] = [""] * len(addresses)

    def download(index: int, address: str) -> None:
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
