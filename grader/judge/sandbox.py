"""The zygote of this judge: started when first needed, replaced when it is gone."""

from __future__ import annotations

import atexit
import os
import sys
import threading

from grader.sandbox.confinement import Tier
from grader.sandbox.spawning import NoZygoteError, Spawner

_lock = threading.Lock()
_spawner: Spawner | None = None
_tier: Tier | None = None


def spawner() -> Spawner | None:
    """Returns the zygote's spawner, perhaps still starting; None on a system without a sandbox.

    Raises:
        OSError: it can't be started.
    """
    global _spawner
    if not sys.platform.startswith("linux"):
        return None
    with _lock:
        if _spawner is None or _spawner.owner != os.getpid() or not _spawner.alive:
            _spawner = Spawner("grader.judge.child")
        return _spawner


def tier() -> Tier:
    """Returns how submissions are confined here, which stays as it is.

    Raises:
        OSError: the zygote doesn't start.
    """
    global _tier
    for last in (False, False, False, True):
        if _tier is not None:
            break
        try:
            here = spawner()
            _tier = Tier.PROCESS if here is None else here.tier
        except NoZygoteError:
            if last:
                raise
    assert _tier is not None
    return _tier


@atexit.register
def end_zygote() -> None:
    """Ends the zygote, and all that it has started."""
    global _spawner
    with _lock:
        ending, _spawner = _spawner, None
    if ending is not None and ending.owner == os.getpid():
        ending.end()
