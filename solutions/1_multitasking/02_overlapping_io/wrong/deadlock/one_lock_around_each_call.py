# Every thread holds the same lock while it rings up its station: one call at a time again.
# Hint: looks like a lock held during the whole call: the others wait for it, so the calls go one after another.

import threading


def collect(ask, stations):
    reports = [""] * len(stations)
    lock = threading.Lock()

    def call(index, station):
        with lock:
            reports[index] = ask(station)

    threads = [threading.Thread(target=call, args=slot) for slot in enumerate(stations)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reports
