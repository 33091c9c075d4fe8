"""A Future per page, a pool of the standard library for the workers, a queue filled in advance."""

import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor


class PageCache:
    """Pages by their key, each loaded when it is first needed."""

    def __init__(self, load: Callable[[str], str], workers: int) -> None:
        self._load = load
        self._lock = threading.RLock()
        self._futures: dict[str, Future[str]] = {}
        self._pool = ThreadPoolExecutor(workers) if workers else None

    def get(self, key: str) -> str:
        """Return a page; load it if it isn't there."""
        with self._lock:
            mine = key not in self._futures
            if mine:
                self._futures[key] = Future()
            future = self._futures[key]
        if mine:
            try:
                future.set_result(self._load(key))
            except BaseException as error:
                with self._lock:
                    if self._futures.get(key) is future:
                        del self._futures[key]
                future.set_exception(error)
        return future.result()

    def drop(self, key: str) -> None:
        """Forget a page, if it is there: it has changed."""
        with self._lock:
            self._futures.pop(key, None)

    def pages(self) -> dict[str, str]:
        """Return all pages that are there."""
        with self._lock:
            ready = {key: future for key, future in self._futures.items() if future.done()}
            return {key: f.result() for key, f in ready.items() if f.exception() is None}

    def warm_up(self, keys: Iterable[str], threads: int) -> None:
        """Load many pages with so many threads, and return when that is done."""
        orders: queue.SimpleQueue = queue.SimpleQueue()
        for key in keys:
            orders.put(key)

        def work() -> None:
            try:
                while True:
                    self._try_to_get(orders.get_nowait())
            except queue.Empty:
                pass

        crew = [threading.Thread(target=work) for _ in range(threads)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()

    def prefetch(self, key: str) -> bool:
        """Have a page loaded soon by one of the workers; return False if that is too late."""
        if self._pool is None:
            return False
        try:
            self._pool.submit(self._try_to_get, key)
        except RuntimeError:
            return False
        return True

    def stop(self) -> None:
        """Finish what was accepted, end the workers."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _try_to_get(self, key: str) -> None:
        try:
            self.get(key)
        except Exception:
            pass
