"""Count the words of many texts, for a search index.

A text comes line by line, and most of them slowly: from a disk, from another server. So each has a
thread of its own, and all threads count into one dictionary.

What is wrong today
    Since the service runs on a free-threaded Python it is four times as fast, and the counts are
    too small: a few words in a million, never the same ones. With the GIL the loss was so rare
    that nobody saw it, though it was possible there too.

What must hold
    - Every word of every line counts, however the threads take turns.
    - All texts are read at the same time: a text that is slow, or waits for another one, keeps
      nobody from reading on.

What may not change
    `count_words(texts)`: each text is an iterable of lines; words are what `str.split()` finds.
    The result is a dictionary (or a subclass) that has no word which occurred nowhere.
"""

import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    """Count how often each word occurs in all the texts together.

    Args:
        texts: each of them gives its lines, possibly slowly.

    Returns:
        The number of occurrences by word.
    """
    counts: dict[str, int] = {}

    def count(text: Iterable[str]) -> None:
        for line in text:
            for word in line.split():
                counts[word] = counts.get(word, 0) + 1

    threads = [threading.Thread(target=count, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts
