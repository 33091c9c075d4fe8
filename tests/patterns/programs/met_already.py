""""""

import threading

JOBS = ["tea", "mint", "rose"]


def program():
    meeting = threading.Barrier(2)
    stored = []

    def store(jobs):
        for job in jobs:
            meeting.wait()
            stored.append(job)

    threads = [threading.Thread(target=store, args=(JOBS[n::2],)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(stored)


RIGHT = {3}
