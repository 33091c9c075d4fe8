# Starts all calls and returns at once: the list is handed over before the reports are in it.
# Hint: looks like a missing `join()`: the function returns while its threads are still at work.

import threading


def collect(ask, stations):
    reports = [""] * len(stations)

    def call(index, station):
        reports[index] = ask(station)

    for slot in enumerate(stations):
        threading.Thread(target=call, args=slot).start()
    return reports
