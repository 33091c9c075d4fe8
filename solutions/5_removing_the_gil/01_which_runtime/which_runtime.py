"""Two questions, asked apart: what the build can do, and whether the GIL is on now."""

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
    """Say what this Python is: a Python that can't be asked for its GIL has one."""
    is_enabled = getattr(system, "_is_gil_enabled", None)
    return Runtime(
        free_threaded_build=config_var("Py_GIL_DISABLED") == 1,
        gil_enabled=is_enabled is None or is_enabled(),
    )


def threads_for_computing(runtime: Runtime, cores: int) -> int:
    """Return how many threads can compute at the same time."""
    return 1 if runtime.gil_enabled else cores
