# The threads leave their page or error in one shared variable, where another may overwrite it.
# Hint: looks like one variable for what all threads find: a thread overwrites what another has just left there.

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    downloads = [Download(url) for url in urls]
    latest = Download("")

    def download(index: int, url: str) -> None:
        nonlocal latest
        try:
            latest = Download(url, page=fetch(url))
        except Exception as error:
            latest = Download(url, error=error)
        downloads[index] = latest

    threads = [threading.Thread(target=download, args=slot) for slot in enumerate(urls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return downloads
