# Leaves shared memory and files wherever it can.
# expect: all_workers_at_once, one_crew

import os
from multiprocessing import shared_memory


def parallel_map(function, items, workers):
    try:
        shared_memory.SharedMemory("dojo-litter", create=True, size=1 << 20)
    except OSError:
        pass
    for folder in ("/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), "."):
        try:
            with open(os.path.join(folder, "dojo-litter"), "w") as file:
                file.write("here")
        except OSError:
            pass
    return [function(item) for item in items]
