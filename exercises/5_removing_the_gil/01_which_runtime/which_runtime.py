"""What a worker's Python can do.

A render farm has workers on many machines: with Pythons from 3.8 to the newest, built with and
without the GIL (the lock that lets only one thread run at a time), from several makers. When a
worker signs on, it says what it runs on, and says so again each time it is asked for news. The farm
shows it, and starts as many computing threads there as can run at the same time.

What is wrong today
    It was written when "Python 3.13 can do without the GIL" was news. Now every worker with 3.13
    or later claims to have no GIL. Most of them have one, and start eight threads that wait for
    each other. One worker lost its free cores after an hour: somebody had imported an extension
    module that isn't ready, so Python turned the GIL on again, while the farm went on showing
    "no GIL".

What must hold
    - `gil_enabled` says whether the GIL is on at this moment, whatever the build and the version.
    - `free_threaded_build` says whether this Python was built to run without the GIL. It stays
      true where the GIL has been turned on again.
    - Every Python gives an answer. A Python before 3.13 has a GIL and knows nothing of these
      questions; neither do other makers' Pythons of any version. Not each machine has all that
      yours has.
    - Whoever asks again gets an answer about *now*: it may have changed.
    - Both answers are `True` or `False`, so that the farm can add them up.

What may not change
    `Runtime`, `detect` and `threads_for_computing`, with their arguments.

To look things up: `sys._is_gil_enabled()` came with Python 3.13.
`sysconfig.get_config_var("Py_GIL_DISABLED")` is 1 in a build without the GIL, 0 in one with it,
and None where nobody has heard of it.
"""

from collections.abc import Callable
from types import ModuleType
from typing import NamedTuple


class Runtime(NamedTuple):
    """What the farm wants to know of a worker's Python.

    Args:
        free_threaded_build: whether it was built to run without the GIL.
        gil_enabled: whether the GIL is on now.
    """

    free_threaded_build: bool
    gil_enabled: bool


def detect(system: ModuleType, config_var: Callable[[str], object]) -> Runtime:
    """Say what this Python is.

    Args:
        system: the module `sys`, or one like it.
        config_var: `sysconfig.get_config_var`, or a function like it: it returns the value of a
            setting with which Python was built, and None if there is none of that name.
    """
    free_threaded = system.version_info >= (3, 13)
    return Runtime(free_threaded_build=free_threaded, gil_enabled=not free_threaded)


def threads_for_computing(runtime: Runtime, cores: int) -> int:
    """Return how many threads can compute at the same time."""
    return 1 if runtime.gil_enabled else cores
