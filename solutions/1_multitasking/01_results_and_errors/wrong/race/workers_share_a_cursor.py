# Each thread takes the next index from a shared cursor: two may take the same, and one is left out.
# Hint: looks like a shared index that threads read and then raise: two of them may take the same one.

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    downloads = [Download(url) for url in urls]
    cursor = 0

    def download() -> None:
        nonlocal cursor
        index = cursor
        cursor = index + 1
        try:
            downloads[index] = Download(urls[index], page=fetch(urls[index]))
        except Exception as error:
            downloads[index] = Download(urls[index], error=error)

    threads = [threading.Thread(target=download) for _ in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return downloads
