# Remembers its first answer; an import may turn the GIL on an hour later.
# Hint: looks like an answer is kept: whether the GIL is on may change while the program runs, so ask again each time.

from typing import NamedTuple


class Runtime(NamedTuple):
    free_threaded_build: bool
    gil_enabled: bool


known = {}


def detect(system, config_var):
    if system not in known:
        enabled = getattr(system, "_is_gil_enabled", lambda: True)()
        known[system] = Runtime(config_var("Py_GIL_DISABLED") == 1, enabled)
    return known[system]


def threads_for_computing(runtime, cores):
    return 1 if runtime.gil_enabled else cores
