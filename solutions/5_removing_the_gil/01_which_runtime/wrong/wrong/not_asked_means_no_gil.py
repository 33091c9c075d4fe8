# Asks only builds that can do without the GIL whether it is on, and counts the others as a no.
# Hint: looks like `and` gives False for a build that has the GIL: where there is nothing to turn off, the GIL is on.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    if not hasattr(system, "_is_gil_enabled"):
        return Runtime(False, True)
    built = config_var("Py_GIL_DISABLED") == 1
    return Runtime(built, built and system._is_gil_enabled())


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
