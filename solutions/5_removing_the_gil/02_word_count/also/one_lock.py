"""One dictionary and one lock, held for a single count and never while waiting for a line."""

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    """Count how often each word occurs in all the texts together."""
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def count(text: Iterable[str]) -> None:
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
