# Catches the error of older Pythons, and then says of all of them that they have no GIL.
# Hint: looks like a Python that cannot be asked is said to have no GIL: the question is new, the GIL is not.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    try:
        enabled = system._is_gil_enabled()
    except AttributeError:
        enabled = False
    return Runtime(config_var("Py_GIL_DISABLED") == 1, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
