# Loses nothing, but lists the downloads in the order in which they arrive.
# Hint: looks like a list in the order in which downloads end: it must be in the order in which they were asked for.

import queue
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    arrivals: queue.Queue[Download] = queue.Queue()

    def download(url: str) -> None:
        try:
            arrivals.put(Download(url, page=fetch(url)))
        except Exception as error:
            arrivals.put(Download(url, error=error))

    for url in urls:
        threading.Thread(target=download, args=(url,)).start()
    return [arrivals.get() for _ in urls]
