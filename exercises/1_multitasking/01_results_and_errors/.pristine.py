"""Download many pages at once, and lose none of them.

The link checker asks `fetch_all()` for a few hundred pages and reports what it finds. Waiting for
one server after another took all night, so somebody gave each download a thread of its own.

What is wrong today
    Some links appear in no report: neither as a page nor as an error. On the console there are
    tracebacks of threads, which nobody reads. And the report is in another order every day.

What must hold
    - `fetch_all()` returns one `Download` for each URL, in the order of the URLs, whoever
      answers first.
    - Where `fetch` returned, there is the page. Where it raised, there is that very error, and
      all the other downloads are still there.
    - All downloads are under way at the same time: none waits for another one to finish.

What may not change
    `fetch_all(fetch, urls)` and the fields of `Download`. `fetch` belongs to others: it takes a
    URL and returns a page or raises any `Exception`. A URL may be asked for twice.
"""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    """What became of one URL: a page or an error."""

    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    """Download all pages at the same time.

    Args:
        fetch: downloads one page.
        urls: what to download.

    Returns:
        A download for each URL, in the same order.
    """
    downloads = []

    def download(url: str) -> None:
        downloads.append(Download(url, page=fetch(url)))

    threads = [threading.Thread(target=download, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return downloads
