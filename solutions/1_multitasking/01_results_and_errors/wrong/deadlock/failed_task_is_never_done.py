# Skips task_done() after an error: the caller's join() waits for that task for ever.
# Hint: looks as if `task_done()` is left out after an error: then `join()` waits for that task for ever.

import queue
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Download(NamedTuple):
    url: str
    page: str | None = None
    error: Exception | None = None


def fetch_all(fetch: Callable[[str], str], urls: Sequence[str]) -> list[Download]:
    downloads = [Download(url) for url in urls]
    tasks: queue.Queue[tuple[int, str]] = queue.Queue()

    def download() -> None:
        index, url = tasks.get()
        try:
            downloads[index] = Download(url, page=fetch(url))
            tasks.task_done()
        except Exception as error:
            downloads[index] = Download(url, error=error)

    for slot in enumerate(urls):
        tasks.put(slot)
        threading.Thread(target=download).start()
    tasks.join()
    return downloads
