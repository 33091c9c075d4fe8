"""What crawl() promises, on the smallest cases. Run me: pytest exercises/ -k bounded_crawl"""

import threading

from grader import explore, scenario


@scenario
def a_server_that_counts(submission, addresses, at_once):
    """The server has so many places, and refuses a download that finds none free."""
    places = threading.Semaphore(at_once)
    refused = []

    def fetch(address):
        if places.acquire(blocking=False):
            places.release()
        else:
            refused.append(address)
        return address

    submission.crawl(fetch, addresses, at_once)
    return "too many at once" if refused else "fine"


def test_never_too_many():
    assert explore(a_server_that_counts, ["a", "b"], 1, executions=100).values == {"fine"}


@scenario
def downloads_that_wait_for_each_other(submission, addresses, at_once):
    """No download ends before so many are under way: possible only if all places are used."""
    all_places_are_taken = threading.Barrier(at_once)

    def fetch(address):
        all_places_are_taken.wait()
        return address

    return len(submission.crawl(fetch, addresses, at_once))


def test_all_places_are_used():
    found = explore(downloads_that_wait_for_each_other, ["a", "b"], 2, executions=60)
    assert found.values == {2}


@scenario
def a_slow_page(submission, addresses, at_once):
    """The first page is as slow as can be: it comes when all the others are there."""
    others = threading.Semaphore(0)

    def fetch(address):
        if address == addresses[0]:
            for _ in addresses[1:]:
                others.acquire()
        else:
            others.release()
        return address

    return len(submission.crawl(fetch, addresses, at_once))


def test_a_slow_page_takes_one_place():
    assert explore(a_slow_page, ["slow", "a", "b"], 2, executions=60).values == {3}


@scenario
def a_crawl(submission, addresses, at_once, broken):
    asked = []

    def fetch(address):
        asked.append(address)
        if address in broken:
            raise ConnectionError(f"no answer from {address}")
        return f"page {address}"

    pages = submission.crawl(fetch, addresses, at_once)
    shown = tuple(repr(page) if isinstance(page, Exception) else page for page in pages)
    return shown, tuple(sorted(asked))


def test_every_page_in_order():
    expected = (("page a", "page b"), ("a", "b"))
    assert explore(a_crawl, ["a", "b"], 2, [], executions=60).values == {expected}


def test_an_error_frees_its_place():
    expected = (("ConnectionError('no answer from a')", "page b"), ("a", "b"))
    assert explore(a_crawl, ["a", "b"], 1, ["a"], executions=60).values == {expected}
