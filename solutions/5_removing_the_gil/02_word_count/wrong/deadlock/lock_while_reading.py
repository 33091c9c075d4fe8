# Holds the lock for a whole text: while one thread waits for its next line, nobody else can read.
# Hint: looks like a lock that is held while reading: when one thread waits for a line, all others wait for the lock.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def count(text: Iterable[str]) -> None:
        with lock:
            for line in text:
                for word in line.split():
                    counts[word] = counts.get(word, 0) + 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
