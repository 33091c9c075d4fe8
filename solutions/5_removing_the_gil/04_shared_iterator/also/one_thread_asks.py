"""Only the calling thread asks the source; the workers get the pairs through a queue."""

import queue
import threading
from collections.abc import Callable, Iterable


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    pairs: queue.Queue[tuple[int, str] | None] = queue.Queue(maxsize=2 * workers)

    def work() -> None:
        while (pair := pairs.get()) is not None:
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for pair in enumerate(records, start=1):
        pairs.put(pair)
    for _ in threads:
        pairs.put(None)
    for thread in threads:
        thread.join()
