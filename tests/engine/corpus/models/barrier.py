"""Barrier: each thread writes its own number and then reads its neighbour's."""

from threading import Barrier, Thread


def exchange(parties, meet_between):
    barrier = Barrier(parties)
    written = [0] * parties
    read = [0] * parties

    def run(number):
        written[number] = number + 1
        if meet_between:
            barrier.wait()
        read[number] = written[(number + 1) % parties]
        if not meet_between:
            barrier.wait()

    threads = [Thread(target=run, args=(number,)) for number in range(parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(read)


def right():
    """They meet after all have written."""
    return exchange(2, meet_between=True)


def wrong():
    """They meet only after they have read."""
    return exchange(2, meet_between=False)
