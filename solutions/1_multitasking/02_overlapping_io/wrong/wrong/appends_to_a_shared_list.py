# Each thread appends its report to one list: the order is that in which the threads get there.
# Hint: looks like threads that append to one list: it fills in the order in which they arrive, whatever they were asked.

import threading


def collect(ask, stations):
    reports = []
    threads = [
        threading.Thread(target=lambda station=station: reports.append(ask(station)))
        for station in stations
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reports
