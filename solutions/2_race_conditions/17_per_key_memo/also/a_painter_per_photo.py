"""Each photo has a thread that renders it, for the visitors that write to its queue."""

import queue
import threading
from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for."""

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._painters: dict[int, queue.SimpleQueue] = {}
        self._lock = threading.Lock()

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo."""
        with self._lock:
            if photo not in self._painters:
                self._painters[photo] = queue.SimpleQueue()
                work = (photo, self._painters[photo])
                threading.Thread(target=self._paint, args=work, daemon=True).start()
            orders = self._painters[photo]
        answer: queue.SimpleQueue = queue.SimpleQueue()
        orders.put(answer)
        picture, error = answer.get()
        if error is not None:
            raise error
        return picture

    def _paint(self, photo: int, orders: queue.SimpleQueue) -> None:
        picture = None
        while True:
            answer = orders.get()
            try:
                if picture is None:
                    picture = self._render(photo)
                answer.put((picture, None))
            except Exception as error:
                answer.put((None, error))
