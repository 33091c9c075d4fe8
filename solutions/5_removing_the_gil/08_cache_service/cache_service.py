"""The page cache of a news site: a lock per page, and a short one for the books."""

import queue
import threading
from collections.abc import Callable, Iterable

_END = object()  # no more keys, no more orders


class PageCache:
    """Pages by their key, each loaded when it is first needed.

    Args:
        load: fetches a page; slow, and it may raise any `Exception`.
        workers: how many threads load what is to be prefetched; may be 0.
    """

    def __init__(self, load: Callable[[str], str], workers: int) -> None:
        self._load = load
        self._lock = threading.Lock()  # for all that follows, and never held while loading
        self._pages: dict[str, str] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._orders: queue.SimpleQueue = queue.SimpleQueue()
        self._stopped = False
        self._workers = [threading.Thread(target=self._work) for _ in range(workers)]
        for worker in self._workers:
            worker.start()

    def get(self, key: str) -> str:
        """Return a page; load it if it isn't there."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            with self._lock:
                if key in self._pages:
                    return self._pages[key]
            page = self._load(key)
            with self._lock:
                self._pages[key] = page
            return page

    def drop(self, key: str) -> None:
        """Forget a page, if it is there: it has changed."""
        with self._lock:
            self._pages.pop(key, None)

    def pages(self) -> dict[str, str]:
        """Return all pages that are there."""
        with self._lock:
            return dict(self._pages)

    def warm_up(self, keys: Iterable[str], threads: int) -> None:
        """Load many pages with so many threads, and return when that is done."""
        feed = iter(keys)
        turn = threading.Lock()

        def work() -> None:
            while True:
                with turn:
                    key = next(feed, _END)
                if key is _END:
                    return
                self._try_to_get(key)

        crew = [threading.Thread(target=work) for _ in range(threads)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()

    def prefetch(self, key: str) -> bool:
        """Have a page loaded soon by one of the workers; return False if that is too late."""
        with self._lock:
            if self._stopped:
                return False
            self._orders.put(key)
            return True

    def stop(self) -> None:
        """Finish what was accepted, end the workers."""
        with self._lock:
            self._stopped = True
            for _ in self._workers:
                self._orders.put(_END)
        for worker in self._workers:
            worker.join()

    def _work(self) -> None:
        while (key := self._orders.get()) is not _END:
            self._try_to_get(key)

    def _try_to_get(self, key: str) -> None:
        try:
            self.get(key)
        except Exception:
            pass  # whoever asks for the page itself will be told
