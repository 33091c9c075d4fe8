# Locks the first occurrence of a word, as if only a new key could go wrong.
# Hint: looks like a lock for new words alone: adding to one that is there is a read and a write too.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def count(text: Iterable[str]) -> None:
        for line in text:
            for word in line.split():
                with lock:
                    counts.setdefault(word, 0)
                counts[word] += 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
