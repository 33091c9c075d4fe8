# Tells of the error first and forgets it later: who asks in between is told the old error again.
# Hint: those who wait hear of the error before it is taken out of the cache, so one who asks again at once still finds it.
import threading
from concurrent.futures import Future


class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._futures = {}
        self._lock = threading.Lock()

    def get(self, photo):
        with self._lock:
            mine = photo not in self._futures
            if mine:
                self._futures[photo] = Future()
            future = self._futures[photo]
        if mine:
            try:
                future.set_result(self._render(photo))
            except Exception as error:
                future.set_exception(error)
                with self._lock:
                    del self._futures[photo]
        return future.result()
