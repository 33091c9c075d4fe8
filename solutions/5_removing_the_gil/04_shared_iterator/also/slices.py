"""Nothing is shared: the first worker has the pairs 0, n, 2n …, the second 1, n+1 …, and so on."""

import threading
from collections.abc import Callable, Iterable


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    pairs = list(enumerate(records, start=1))

    def work(part: list[tuple[int, str]]) -> None:
        for pair in part:
            store(*pair)

    threads = [
        threading.Thread(target=work, args=(pairs[first::workers],)) for first in range(workers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
