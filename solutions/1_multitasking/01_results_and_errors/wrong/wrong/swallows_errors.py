# Catches the error and keeps quiet about it: a download with neither a page nor an error.
# Hint: looks like an `except` that keeps quiet: the caller must learn of each error.

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    downloads = [Download(url) for url in urls]

    def download(index: int, url: str) -> None:
        try:
            downloads[index] = Download(url, page=fetch(url))
        except Exception:
            pass

    threads = [threading.Thread(target=download, args=slot) for slot in enumerate(urls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return downloads
