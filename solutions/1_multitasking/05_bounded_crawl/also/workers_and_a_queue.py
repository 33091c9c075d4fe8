"""As many workers as places; they take addresses out of a queue that is full from the start."""

import queue
import threading
from collections.abc import Callable, Sequence


def crawl(
    fetch: Callable[[str], str], addresses: Sequence[str], at_once: int
) -> list[str | Exception]:
    """Download all pages, several at a time, but never too many."""
    pages: list[str | Exception] = [""] * len(addresses)
    todo: queue.SimpleQueue[tuple[int, str]] = queue.SimpleQueue()
    for place in enumerate(addresses):
        todo.put(place)

    def work() -> None:
        while True:
            try:
                index, address = todo.get_nowait()
            except queue.Empty:
                return
            try:
                pages[index] = fetch(address)
            except Exception as error:
                pages[index] = error

    workers = [threading.Thread(target=work) for _ in range(at_once)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return pages
