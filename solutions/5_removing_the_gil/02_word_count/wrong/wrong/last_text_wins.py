# Merges the counts of the texts with update(), which replaces the number of a word, not adds to it.
# Hint: looks like `update()` for putting counts together: it replaces a number instead of adding to it.

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    own_counts: list[dict[str, int]] = [{} for _ in texts]

    def count(text: Iterable[str], own: dict[str, int]) -> None:
        for line in text:
            for word in line.split():
                own[word] = own.get(word, 0) + 1

    pairs = zip(texts, own_counts, strict=True)
    threads = [threading.Thread(target=count, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for own in own_counts:
        counts.update(own)
    return counts
