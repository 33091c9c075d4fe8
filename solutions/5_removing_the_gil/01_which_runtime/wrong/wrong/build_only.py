# Takes the build for the state: a free-threaded build may have turned the GIL on again.
# Hint: looks like the build alone decides: an extension module may turn the GIL on again in a build that can do without it.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    built = config_var("Py_GIL_DISABLED") == 1
    return Runtime(built, not built)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
