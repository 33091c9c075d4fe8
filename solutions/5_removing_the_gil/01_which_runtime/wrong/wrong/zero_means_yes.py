# A setting that is there is taken for yes; every 3.13 with the GIL has it, and it is 0.
# Hint: looks like 0 counts as a yes: a build with the GIL knows this setting too, so look at its value.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    built = config_var("Py_GIL_DISABLED") is not None
    enabled = getattr(system, "_is_gil_enabled", lambda: True)()
    return Runtime(built, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
