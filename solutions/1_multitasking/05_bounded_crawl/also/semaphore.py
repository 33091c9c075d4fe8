"""A thread for each address, as before, but each holds a permit while it downloads."""

import threading
from collections.abc import Callable, Sequence


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many."""
    pages: list[str | Exception] = [""] * len(addresses)
    permits = threading.BoundedSemaphore(at_once)

    def download(index: int, address: str) -> None:
        with permits:
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
