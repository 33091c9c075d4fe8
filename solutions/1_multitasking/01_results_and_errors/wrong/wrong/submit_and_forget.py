# Never looks at the futures: an error stays in its future, and nobody ever learns of it.
# Hint: looks as if nobody asks the futures for their results: an error stays in its future unless somebody asks.

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    downloads = [Download(url) for url in urls]

    def download(index: int, url: str) -> None:
        downloads[index] = Download(url, page=fetch(url))

    with ThreadPoolExecutor(max_workers=len(urls) or 1) as pool:
        for index, url in enumerate(urls):
            pool.submit(download, index, url)
    return downloads
