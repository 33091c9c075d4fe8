"""Load records into a database.

The records come one after the other: from a large file, or from another service. Storing one takes
a while, so a few workers share the load: whoever is free takes the next record, numbers it and
stores it.

What is wrong today
    Since the loader runs without the GIL, some records are in the database twice, some are stored
    under a number that belongs to another one, and some nights a worker dies of "ValueError:
    generator already executing". With the GIL the last one came now and then, and the others could
    have come, too.

What must hold
    - Each record is stored exactly once, and no worker dies. The source is an iterable of any kind:
      a list, a generator, a reader that somebody wrote. It isn't made for several threads.
      There may be fewer records than workers, and a record may be empty.
    - A record's number is its place in the source; the first one is 1.
    - Up to `workers` records are being stored at the same time, each in another thread.
    - All is stored when `load()` returns.

What may not change
    `load(records, store, workers)`. `store()` may be called by several threads at once.
    In which order the records are stored is up to you.
"""

import threading
from collections.abc import Callable, Iterable


def load(records: Iterable[str], store: Callable[[int, str], None], workers: int) -> None:
    """Number the records and store them.

    Args:
        records: where they come from.
        store: stores a record under its number, slowly.
        workers: how many threads do it, at least 1.
    """
    numbered = enumerate(records, start=1)

    def work() -> None:
        for number, record in numbered:
            store(number, record)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
