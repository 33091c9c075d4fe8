# Looks for the "t" in `sys.abiflags`, which is not there on Windows.
# Hint: looks like `sys.abiflags` is taken for granted: not each platform has it, and the build has a setting of its own.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    enabled = getattr(system, "_is_gil_enabled", lambda: True)()
    return Runtime("t" in system.abiflags, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
