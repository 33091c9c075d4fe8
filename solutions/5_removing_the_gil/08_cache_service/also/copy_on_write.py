"""The dictionary is replaced, never changed; the mark for stopping is put back for the next one."""

import queue
import threading
from collections.abc import Callable, Iterable


class PageCache:
    """Pages by their key, each loaded when it is first needed."""

    def __init__(self, load: Callable[[str], str], workers: int) -> None:
        self._load = load
        self._pages: dict[str, str] = {}  # whoever has got it may read it in peace
        self._writing = threading.BoundedSemaphore(1)
        self._locks: dict[str, threading.RLock] = {}
        self._orders: queue.Queue = queue.Queue()
        self._ordering = threading.Lock()
        self._stopped = False
        self._workers = [threading.Thread(target=self._work) for _ in range(workers)]
        for worker in self._workers:
            worker.start()

    def get(self, key: str) -> str:
        """Return a page; load it if it isn't there."""
        with self._locks.setdefault(key, threading.RLock()):
            pages = self._pages
            if key in pages:
                return pages[key]
            page = self._load(key)
            with self._writing:
                self._pages = self._pages | {key: page}
            return page

    def drop(self, key: str) -> None:
        """Forget a page, if it is there: it has changed."""
        with self._writing:
            self._pages = {k: page for k, page in self._pages.items() if k != key}

    def pages(self) -> dict[str, str]:
        """Return all pages that are there."""
        return self._pages

    def warm_up(self, keys: Iterable[str], threads: int) -> None:
        """Load many pages with so many threads, and return when that is done."""
        crew = Crew(self, keys)
        members = [threading.Thread(target=crew.work) for _ in range(threads)]
        for member in members:
            member.start()
        for member in members:
            member.join()

    def prefetch(self, key: str) -> bool:
        """Have a page loaded soon by one of the workers; return False if that is too late."""
        with self._ordering:
            if not self._stopped:
                self._orders.put([key])
            return not self._stopped

    def stop(self) -> None:
        """Finish what was accepted, end the workers."""
        with self._ordering:
            self._stopped = True
            self._orders.put([])
        for worker in self._workers:
            worker.join()

    def _work(self) -> None:
        while order := self._orders.get():
            Crew(self, order).work()
        self._orders.put([])


class Crew:
    """Threads that share a feed of keys."""

    def __init__(self, cache: PageCache, keys: Iterable[str]) -> None:
        self._cache = cache
        self._feed = iter(keys)
        self._turn = threading.Lock()

    def work(self) -> None:
        """Get pages until there are no more keys."""
        while True:
            try:
                with self._turn:
                    key = next(self._feed)
            except StopIteration:
                return
            try:
                self._cache.get(key)
            except Exception:
                continue
