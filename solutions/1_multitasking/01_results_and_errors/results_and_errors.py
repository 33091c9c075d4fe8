"""A slot for each URL, a thread for each slot.

No two threads write to the same slot, and nobody reads before all of them are joined: there is
nothing to lock. A thread can't raise to whoever started it, so the error goes into the slot too.
"""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    """What became of one URL: a page or an error."""

    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    """Download all pages at the same time; a download for each URL, in the same order."""
    downloads = [Download(url) for url in urls]

    def download(index: int, url: str) -> None:
        try:
            downloads[index] = Download(url, page=fetch(url))
        except Exception as error:
            downloads[index] = Download(url, error=error)

    threads = [threading.Thread(target=download, args=slot) for slot in enumerate(urls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return downloads
