# Leaves a process behind in a session of its own, without its environment.
# expect: all_workers_at_once, one_crew

import os
import signal


def parallel_map(function, items, workers):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            signal.pause()
        os._exit(0)
    return [function(item) for item in items]
