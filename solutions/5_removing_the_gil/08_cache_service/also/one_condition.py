"""One Condition for the books; keys at work, backlog and stopping are waited for under it."""

import threading
from collections import deque
from collections.abc import Callable, Iterable


class PageCache:
    """Pages by their key, each loaded when it is first needed."""

    def __init__(self, load: Callable[[str], str], workers: int) -> None:
        self._load = load
        self._changed = threading.Condition()
        self._pages: dict[str, str] = {}
        self._at_work: set[str] = set()
        self._backlog: deque[str] = deque()
        self._stopped = False
        self._workers = [threading.Thread(target=self._work) for _ in range(workers)]
        for worker in self._workers:
            worker.start()

    def get(self, key: str) -> str:
        """Return a page; load it if it isn't there."""
        with self._changed:
            while key in self._at_work:
                self._changed.wait()
            if key in self._pages:
                return self._pages[key]
            self._at_work.add(key)
        try:
            page = self._load(key)
            with self._changed:
                self._pages[key] = page
            return page
        finally:
            with self._changed:
                self._at_work.remove(key)
                self._changed.notify_all()

    def drop(self, key: str) -> None:
        """Forget a page, if it is there: it has changed."""
        with self._changed:
            self._pages.pop(key, None)

    def pages(self) -> dict[str, str]:
        """Return all pages that are there."""
        with self._changed:
            return {**self._pages}

    def warm_up(self, keys: Iterable[str], threads: int) -> None:
        """Load many pages with so many threads, and return when that is done."""
        all_keys = list(keys)
        crew = [
            threading.Thread(target=self._get_all, args=(all_keys[number::threads],))
            for number in range(threads)
        ]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()

    def prefetch(self, key: str) -> bool:
        """Have a page loaded soon by one of the workers; return False if that is too late."""
        with self._changed:
            if not self._stopped:
                self._backlog.append(key)
                self._changed.notify_all()
            return not self._stopped

    def stop(self) -> None:
        """Finish what was accepted, end the workers."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for worker in self._workers:
            worker.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._backlog or self._stopped)
                if not self._backlog:
                    return
                key = self._backlog.popleft()
            self._get_all([key])

    def _get_all(self, keys: list[str]) -> None:
        for key in keys:
            try:
                self.get(key)
            except Exception:
                continue
