# Each thread counts for itself, but adds its counts to the shared ones without a lock.
# Hint: looks as if the threads put their own counts together without a lock: that is a read and a write for each word.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}

    def count(text: Iterable[str]) -> None:
        own: dict[str, int] = {}
        for line in text:
            for word in line.split():
                own[word] = own.get(word, 0) + 1
        for word, number in own.items():
            counts[word] = counts.get(word, 0) + number

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
