"""`getattr` with a function as the default: a Python without the question answers yes."""

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    enabled = getattr(system, "_is_gil_enabled", lambda: True)()
    return Runtime(bool(config_var("Py_GIL_DISABLED")), enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
