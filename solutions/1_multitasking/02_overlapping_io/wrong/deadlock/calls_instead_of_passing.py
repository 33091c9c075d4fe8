# target=call(...) makes the call here and now; the thread gets its result, None, to run.
# Hint: looks like `target=f(x)`: the brackets make the call in this thread, before there is a new one. Pass `f` itself.

import threading


def collect(ask, stations):
    reports = []

    def call(station):
        reports.append(ask(station))

    threads = [threading.Thread(target=call(station)) for station in stations]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reports
