"""One queue that all threads put into. What comes out is numbered, so that it can be sorted."""

import queue
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
    mailbox: queue.Queue[tuple[int, Download]] = queue.Queue()

    def download(index: int, url: str) -> None:
        try:
            mailbox.put((index, Download(url, page=fetch(url))))
        except Exception as error:
            mailbox.put((index, Download(url, error=error)))

    for index, url in enumerate(urls):
        threading.Thread(target=download, args=(index, url)).start()
    arrived = dict(mailbox.get() for _ in urls)
    return [arrived[index] for index in range(len(urls))]
