# Joins each thread before it starts the next: one call at a time, as if there were no threads.
# Hint: looks like a `join()` in the loop that starts the threads: each call is over before the next one begins.

import threading


def collect(ask, stations):
    reports = [""] * len(stations)

    def call(index, station):
        reports[index] = ask(station)

    for slot in enumerate(stations):
        thread = threading.Thread(target=call, args=slot)
        thread.start()
        thread.join()
    return reports
