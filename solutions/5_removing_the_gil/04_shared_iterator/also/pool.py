"""The pool goes through the source in the calling thread; its workers only store."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them."""
    with ThreadPoolExecutor(workers) as pool:
        for number, record in enumerate(records, start=1):
            pool.submit(store, number, record)
