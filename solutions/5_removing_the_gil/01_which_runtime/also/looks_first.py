"""Asks with `hasattr` first; and what cannot do without the GIL is not asked at all."""

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    if not config_var("Py_GIL_DISABLED"):
        return Runtime(False, True)
    if not hasattr(system, "_is_gil_enabled"):
        return Runtime(True, True)
    return Runtime(True, system._is_gil_enabled())


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
