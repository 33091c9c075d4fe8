# Takes the state for the build: with the GIL turned on again, it denies that it could do without.
# Hint: looks like the state of the GIL alone decides: that it is on now does not say that this Python was built with it.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    enabled = getattr(system, "_is_gil_enabled", lambda: True)()
    return Runtime(not enabled, enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
