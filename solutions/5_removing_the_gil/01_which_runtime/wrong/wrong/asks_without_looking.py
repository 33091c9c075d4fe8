# Calls `_is_gil_enabled` on every Python; before 3.13 it is missing, and so it is elsewhere.
# Hint: looks like an attribute taken from `sys` without asking whether it is there: older and other Pythons raise AttributeError.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    return Runtime(config_var("Py_GIL_DISABLED") == 1, system._is_gil_enabled())


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
