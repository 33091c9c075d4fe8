"""Mistakes of ours in pytest's hooks, which would show them by a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from grader.judge import defect


@contextmanager
def told() -> Iterator[None]:
    """Ends pytest with one sentence where something of ours goes wrong in the block."""
    try:
        yield
    except Exception as error:
        end(error)
        raise


def end(error: BaseException) -> None:
    """Ends pytest with one sentence about `error` if it is a mistake of ours."""
    if isinstance(error, Exception) and defect.is_ours(error):
        raise pytest.exit.Exception(defect.told(error), defect.EXIT_CODE) from None
