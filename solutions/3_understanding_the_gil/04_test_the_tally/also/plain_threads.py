"""Threads of one's own, and what they find in a list."""

import threading
from contextlib import suppress


def test_with_threads(make_tally, together):
    tally, results = make_tally(), []
    threads = [
        threading.Thread(target=tally.add, args=("Ada", 1)),
        threading.Thread(target=tally.add, args=("Ada", 2)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.append(tally.result())
    tally.add("Bob", 4)
    assert results == [({"Ada": 3}, 3)]


def test_reader(make_tally, together):
    tally, results = make_tally(), []
    reader = threading.Thread(target=lambda: results.append(tally.result()))
    reader.start()
    tally.add("Ada", 1)
    reader.join()
    ((votes, total),) = results
    assert sum(votes.values()) == total


def test_refusing(make_tally, together):
    tally = make_tally()
    with suppress(ValueError):
        tally.add("Ada", -1)
    tally.add("Ada", 1)
    assert tally.result() == ({"Ada": 1}, 1)
