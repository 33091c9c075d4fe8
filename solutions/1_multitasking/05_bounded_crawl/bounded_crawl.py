"""A pool of as many workers as downloads are allowed.

Each worker takes the next address as soon as it's free, so a slow page keeps one of them only. The
error is made a result inside the worker: it ends neither the worker nor the crawl.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many."""

    def download(address: str) -> str | Exception:
        try:
            return fetch(address)
        except Exception as error:
            return error

    with ThreadPoolExecutor(max_workers=at_once) as pool:
        return list(pool.map(download, addresses))
