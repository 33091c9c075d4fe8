"""The lock guards the source and a plain number, which go up together."""

import threading
from collections.abc import Callable, Iterable


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    source = iter(records)
    taking = threading.Condition()
    number = 0

    def take() -> tuple[int, str]:
        nonlocal number
        with taking:
            record = next(source)
            number += 1
            return number, record

    def work() -> None:
        while True:
            try:
                pair = take()
            except StopIteration:
                return
            store(*pair)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
