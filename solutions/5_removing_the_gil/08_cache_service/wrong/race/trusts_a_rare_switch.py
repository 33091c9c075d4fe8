# Asks Python to switch threads rarely: without the GIL that has no meaning.
# Hint: `sys.setswitchinterval()` makes switches rare, and that is luck; without a GIL threads simply run at the same time.
import queue
import sys
import threading

sys.setswitchinterval(60.0)
_END = object()


class PageCache:
    def __init__(self, load, workers):
        self._load = load
        self._lock = threading.Lock()
        self._pages = {}
        self._locks = {}
        self._orders = queue.SimpleQueue()
        self._stopped = False
        self._workers = [threading.Thread(target=self._work) for _ in range(workers)]
        for worker in self._workers:
            worker.start()

    def get(self, key):
        if key not in self._pages:
            self._pages[key] = self._load(key)
        return self._pages[key]

    def drop(self, key):
        with self._lock:
            self._pages.pop(key, None)

    def pages(self):
        with self._lock:
            return dict(self._pages)

    def warm_up(self, keys, threads):
        feed = iter(keys)
        turn = threading.Lock()

        def work():
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

    def prefetch(self, key):
        with self._lock:
            if self._stopped:
                return False
            self._orders.put(key)
            return True

    def stop(self):
        with self._lock:
            self._stopped = True
            for _ in self._workers:
                self._orders.put(_END)
        for worker in self._workers:
            worker.join()

    def _work(self):
        while (key := self._orders.get()) is not _END:
            self._try_to_get(key)

    def _try_to_get(self, key):
        try:
            self.get(key)
        except Exception:
            pass
