# Does the work in the calling process, one item after another.
# Hint: looks as if the work is done in the calling process: then nothing runs side by side.

from collections.abc import Callable, Sequence
from typing import Any


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    return [function(item) for item in items]
