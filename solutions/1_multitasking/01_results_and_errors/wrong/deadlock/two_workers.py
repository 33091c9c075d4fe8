# A pool of two: the third download doesn't begin before another one has ended.
# Hint: looks like a pool with fewer workers than downloads: the others don't begin until one of them has ended.

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    def download(url: str) -> Download:
        try:
            return Download(url, page=fetch(url))
        except Exception as error:
            return Download(url, error=error)

    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(download, urls))
