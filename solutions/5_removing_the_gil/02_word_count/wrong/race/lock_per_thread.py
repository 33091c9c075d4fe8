# Each thread has a lock of its own, so that nobody ever waits for anybody.
# Hint: looks like a lock for each thread: it keeps out nobody but the thread that has it.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}

    def count(text: Iterable[str]) -> None:
        lock = threading.Lock()
        for line in text:
            for word in line.split():
                with lock:
                    counts[word] = counts.get(word, 0) + 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
