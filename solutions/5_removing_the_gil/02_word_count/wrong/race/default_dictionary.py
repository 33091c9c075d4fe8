# `counts[word] += 1` on a defaultdict is shorter, but it still reads, adds and writes.
# Hint: looks like a bare `+=` on a shared dictionary: it reads and then writes, and another thread may come in between.

import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)

    def count(text: Iterable[str]) -> None:
        for line in text:
            for word in line.split():
                counts[word] += 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
