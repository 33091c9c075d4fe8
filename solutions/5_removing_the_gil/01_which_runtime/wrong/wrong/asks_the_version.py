# Goes by the version: since 3.13 there are two builds of each, and the one with the GIL is usual.
# Hint: looks like a version test: a version says which questions a Python understands, not how it was built or what it does now.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    new = system.version_info >= (3, 13)
    built = new and config_var("Py_GIL_DISABLED") == 1
    return Runtime(built, not new)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
