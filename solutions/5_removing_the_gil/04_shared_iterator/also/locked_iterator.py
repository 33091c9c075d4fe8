"""An iterator that takes a lock for each item: a `for` loop may share it among threads."""

import threading
from collections.abc import Callable, Iterable, Iterator


class _Shared:
    def __init__(self, pairs: Iterator[tuple[int, str]]) -> None:
        self._pairs = pairs
        self._lock = threading.Lock()

    def __iter__(self) -> "_Shared":
        return self

    def __next__(self) -> tuple[int, str]:
        with self._lock:
            return next(self._pairs)


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    numbered = _Shared(enumerate(records, start=1))

    def work() -> None:
        for number, record in numbered:
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
