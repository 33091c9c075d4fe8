# Hands on the value of the setting, which is None, 0 or 1, and neither True nor False.
# Hint: looks like a raw setting is returned: None, 0 and 1 are no bools, so compare or convert first.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


def detect(system, config_var):
    enabled = getattr(system, "_is_gil_enabled", lambda: True)()
    return Runtime(config_var("Py_GIL_DISABLED"), enabled)


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
