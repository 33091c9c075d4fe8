# Asks whether `_is_gil_enabled` is there and not what it says; 3.13 with the GIL has it as well.
# Hint: looks like the function is looked for but not called: a Python with the GIL has it too, and what counts is its answer.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    enabled = not hasattr(system, "_is_gil_enabled")
    return Runtime(config_var("Py_GIL_DISABLED") == 1, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
