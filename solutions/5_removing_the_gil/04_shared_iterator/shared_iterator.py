"""One worker at a time takes the next pair: the lock guards the source and the number together."""

import threading
from collections.abc import Callable, Iterable


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    numbered = enumerate(records, start=1)
    taking = threading.Lock()

    def work() -> None:
        while True:
            with taking:
                pair = next(numbered, None)
            if pair is None:
                return
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
