"""Each text is a task that returns its own counts; the caller adds them up."""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor


def _count(text: Iterable[str]) -> Counter[str]:
    return Counter(word for line in text for word in line.split())


def count_words(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    """Count how often each word occurs in all the texts together."""
    total: Counter[str] = Counter()
    with ThreadPoolExecutor(max_workers=len(texts) or 1) as pool:
        for counter in pool.map(_count, texts):
            total.update(counter)
    return total
