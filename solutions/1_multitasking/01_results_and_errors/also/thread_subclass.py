"""A thread that remembers how its download ended, to be asked after join()."""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    """What became of one URL: a page or an error."""

    url: str
    page: str | None = None
    error: Exception | None = None


class _Downloader(threading.Thread):
    def __init__(self, fetch: Callable[[str], str], url: str) -> None:
        super().__init__()
        self._fetch = fetch
        self.download = Download(url)

    def run(self) -> None:
        url = self.download.url
        try:
            self.download = Download(url, page=self._fetch(url))
        except Exception as error:
            self.download = Download(url, error=error)


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    """Download all pages at the same time; a download for each URL, in the same order."""
    downloaders = [_Downloader(fetch, url) for url in urls]
    for downloader in downloaders:
        downloader.start()
    for downloader in downloaders:
        downloader.join()
    return [downloader.download for downloader in downloaders]
