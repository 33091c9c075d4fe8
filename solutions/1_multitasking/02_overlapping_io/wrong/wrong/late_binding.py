# The lambda looks up the loop's variables when it runs, and the loop has gone on by then.
# Hint: looks like a lambda that uses the loop variable: it's looked up when the thread runs, and has changed by then.

import threading


def collect(ask, stations):
    reports = [""] * len(stations)
    threads = []
    for index, station in enumerate(stations):
        threads.append(threading.Thread(target=lambda: reports.__setitem__(index, ask(station))))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reports
