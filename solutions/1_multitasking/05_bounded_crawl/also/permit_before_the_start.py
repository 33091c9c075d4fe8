"""The permit is taken before the thread is started, and the thread gives it back at its end."""

import threading
from collections.abc import Callable, Sequence


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many."""
    pages: list[str | Exception] = [""] * len(addresses)
    permits = threading.Semaphore(at_once)

    def download(index: int, address: str) -> None:
        try:
            pages[index] = fetch(address)
        except Exception as error:
            pages[index] = error
        finally:
            permits.release()

    threads = []
    for place in enumerate(addresses):
        permits.acquire()
        threads.append(threading.Thread(target=download, args=place))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return pages
