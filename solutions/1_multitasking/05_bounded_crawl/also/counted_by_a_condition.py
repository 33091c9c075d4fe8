"""A count of the downloads under way, and a condition to wait at until it's small enough."""

import threading
from collections.abc import Callable, Sequence


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many."""
    pages: list[str | Exception] = [""] * len(addresses)
    changed = threading.Condition()
    under_way = 0

    def download(index: int, address: str) -> None:
        nonlocal under_way
        with changed:
            changed.wait_for(lambda: under_way < at_once)
            under_way += 1
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error
        with changed:
            under_way -= 1
            changed.notify()

    threads = [threading.Thread(target=download, args=place) for place in enumerate(addresses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
