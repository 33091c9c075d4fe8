"""Calls it and catches the AttributeError: whoever does not know the question has a GIL."""

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    try:
        enabled = system._is_gil_enabled()
    except AttributeError:
        enabled = True
    return Runtime(config_var("Py_GIL_DISABLED") == 1, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
