"""Guards the judge with pytest-timeout: what takes too long ends, and is nobody's wrong answer."""

from __future__ import annotations

import signal
import threading
from typing import Any

import pytest

TIMEOUT_SECONDS = 300


class TookTooLongError(BaseException):
    """Judging was stopped.

    It is no Exception, and not what `pytest.fail` raises: the judge takes those that
    come out of a suite for broken promises.
    """


def limit(item: pytest.Item) -> None:
    """Gives an item a time limit, unless the user has set one."""
    if getattr(item.config, "_env_timeout", 0) is None:
        item.add_marker(pytest.mark.timeout(TIMEOUT_SECONDS))


def set_timer(item: Any, seconds: float) -> bool | None:
    """Starts the timer of an item; None where pytest-timeout has to do it in its own way."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        return None

    def stop(*_: object) -> None:
        raise TookTooLongError(f"more than {seconds:g} s")

    def cancel() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    before = signal.signal(signal.SIGALRM, stop)
    item.cancel_timeout = cancel
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return True
