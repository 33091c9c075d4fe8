"""The page cache of a news site moves to a Python without the GIL.

Pages come from a slow data base. The cache has served for years, with twenty threads, and hardly
ever failed. It was never right. Now it runs on a free-threaded Python, and it fails every day.

What is wrong today
    The data base gets the same query many times at once. `pages()` raises `RuntimeError`, and
    warming up `ValueError: generator already executing`. Some prefetches are accepted and never
    made, and `stop()` hangs. A single lock around everything was tried: then all waited for the
    data base, one after the other, and nothing was won by moving.

What must hold
    - `get()` returns the page. However many ask for a page at the same moment, it is loaded once;
      only after `drop()` is it loaded again.
    - Different pages are loaded at the same time, by `get()` and in `warm_up()` too.
    - If `load` raises, `get()` raises that error; whoever asks afterwards has it loaded anew.
    - `pages()` is what there was at one moment. It may be called while others get and drop, and
      what it has returned stays as it is.
    - `warm_up()` loads each page that `keys` names. It is done by several threads, but `keys` is
      asked for its next key by one at a time: it may be a generator. A page that can't be loaded
      is left out; the others are loaded.
    - `prefetch()` is True if the page will be loaded. `stop()` returns when all that was accepted
      is done and the workers have ended; from then on `prefetch()` is False. A page that can't be
      loaded ends no worker.

What may not change
    The class `PageCache` and its methods. `load` and `keys` belong to others. `stop()` is called
    once, possibly while others still call `prefetch()`.
"""

import queue
import threading
from collections.abc import Callable, Iterable


class PageCache:
    """Pages by their key, each loaded when it is first needed.

    Args:
        load: fetches a page; slow, and it may raise any `Exception`.
        workers: how many threads load what is to be prefetched; may be 0.
    """

    def __init__(self, load: Callable[[str], str], workers: int) -> None:
        self._load = load
        self._pages: dict[str, str] = {}
        self._orders: queue.SimpleQueue = queue.SimpleQueue()
        self._stopped = False
        self._workers = [threading.Thread(target=self._work) for _ in range(workers)]
        for worker in self._workers:
            worker.start()

    def get(self, key: str) -> str:
        """Return a page; load it if it isn't there."""
        if key not in self._pages:
            self._pages[key] = self._load(key)
        return self._pages[key]

    def drop(self, key: str) -> None:
        """Forget a page, if it is there: it has changed."""
        if key in self._pages:
            del self._pages[key]

    def pages(self) -> dict[str, str]:
        """Return all pages that are there."""
        return {key: page for key, page in self._pages.items()}

    def warm_up(self, keys: Iterable[str], threads: int) -> None:
        """Load many pages with so many threads, and return when that is done."""
        feed = iter(keys)

        def work() -> None:
            for key in feed:
                self.get(key)

        crew = [threading.Thread(target=work) for _ in range(threads)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()

    def prefetch(self, key: str) -> bool:
        """Have a page loaded soon by one of the workers; return False if that is too late."""
        if self._stopped:
            return False
        self._orders.put(key)
        return True

    def stop(self) -> None:
        """Finish what was accepted, end the workers."""
        self._stopped = True
        self._orders.put(None)
        for worker in self._workers:
            worker.join()

    def _work(self) -> None:
        while (key := self._orders.get()) is not None:
            self.get(key)
