"""The readers only read; what they find goes through a queue to the one who counts."""

import queue
import threading
from collections.abc import Iterable, Sequence


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    """Count how often each word occurs in all the texts together."""
    lines: queue.Queue[str | None] = queue.Queue()

    def read(text: Iterable[str]) -> None:
        for line in text:
            lines.put(line)
        lines.put(None)

    for text in texts:
        threading.Thread(target=read, args=(text,)).start()
    counts: dict[str, int] = {}
    still_reading = len(texts)
    while still_reading:
        line = lines.get()
        if line is None:
            still_reading -= 1
        else:
            for word in line.split():
                counts[word] = counts.get(word, 0) + 1
    return counts
