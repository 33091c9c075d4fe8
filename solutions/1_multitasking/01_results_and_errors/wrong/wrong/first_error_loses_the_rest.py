# Lets the first error out: whoever catches it has lost all the other downloads.
# Hint: looks as if the first error is let out at once: then nobody gets to see the other downloads.

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    with ThreadPoolExecutor(max_workers=len(urls) or 1) as pool:
        pages = pool.map(fetch, urls)
        return [Download(url, page=page) for url, page in zip(urls, pages, strict=True)]
