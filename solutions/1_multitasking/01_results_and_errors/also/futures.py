"""A future is the slot, for the result or for the error. As many workers as URLs: all overlap."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple


class Download(NamedTuple):
    """What became of one URL: a page or an error."""

    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    """Download all pages at the same time; a download for each URL, in the same order."""
    downloads = []
    with ThreadPoolExecutor(max_workers=len(urls) or 1) as pool:
        futures = [pool.submit(fetch, url) for url in urls]
        for url, future in zip(urls, futures, strict=True):
            try:
                downloads.append(Download(url, page=future.result()))
            except Exception as error:
                downloads.append(Download(url, error=error))
    return downloads
