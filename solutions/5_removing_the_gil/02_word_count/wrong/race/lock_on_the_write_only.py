# Reads the old count outside of the lock: it may be out of date when it is written back.
# Hint: looks like a lock around the write alone: what was read before it may be old by then.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def count(text: Iterable[str]) -> None:
        for line in text:
            for word in line.split():
                before = counts.get(word, 0)
                with lock:
                    counts[word] = before + 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
