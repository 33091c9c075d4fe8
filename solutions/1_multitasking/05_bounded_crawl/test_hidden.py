"""More addresses than places, fewer, none; slow pages at the start; errors in any place."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario

BUDGET = 80  # executions per case


@scenario
def a_server_that_counts(submission, number, at_once):
    """The server has so many places, and refuses a download that finds none free."""
    places = threading.Semaphore(at_once)
    refused = []

    def fetch(address):
        if places.acquire(blocking=False):
            places.release()
        else:
            refused.append(address)
        return address

    submission.crawl(fetch, [f"page {n}" for n in range(number)], at_once)
    return "too many at once" if refused else "fine"


@given(case=st.sampled_from([(2, 1), (3, 1), (3, 2), (4, 2)]))
def test_never_too_many(case):
    assert explore(a_server_that_counts, *case, executions=BUDGET).values == {"fine"}


@scenario
def downloads_that_wait_for_each_other(submission, number, at_once):
    """No download ends before so many are under way: possible only if all places are used."""
    all_places_are_taken = threading.Barrier(at_once)

    def fetch(address):
        all_places_are_taken.wait()
        return address

    return len(submission.crawl(fetch, [f"page {n}" for n in range(number)], at_once))


@given(case=st.sampled_from([(2, 2), (4, 2), (3, 3)]))
def test_all_places_are_used(case):
    found = explore(downloads_that_wait_for_each_other, *case, executions=BUDGET)
    assert found.values == {case[0]}


@scenario
def a_slow_page(submission, quick):
    """The first page is as slow as can be: it comes when all the quick ones are there."""
    here = []
    all_here = threading.Event()

    def fetch(address):
        if address == "slow":
            all_here.wait()
        else:
            here.append(address)
            if len(here) == len(quick):
                all_here.set()
        return address

    return len(submission.crawl(fetch, ["slow", *quick], 2))


@given(number=st.integers(1, 3))
def test_a_slow_page_takes_one_place(number):
    found = explore(a_slow_page, [f"page {n}" for n in range(number)], executions=BUDGET)
    assert found.values == {number + 1}


@scenario
def a_crawl(submission, addresses, at_once):
    asked = []

    def fetch(address):
        asked.append(address)
        return f"page {address}"

    return tuple(submission.crawl(fetch, addresses, at_once)), tuple(sorted(asked))


@example(addresses=(), at_once=2)
@example(addresses=("a",), at_once=3)
@given(
    addresses=st.sampled_from(["ab", "ba", "aa", "abc"]).map(tuple),
    at_once=st.integers(1, 2),
)
def test_every_page_in_order(addresses, at_once):
    expected = tuple(f"page {address}" for address in addresses), tuple(sorted(addresses))
    assert explore(a_crawl, addresses, at_once, executions=BUDGET).values == {expected}


@scenario
def a_crawl_with_errors(submission, broken, at_once):
    def fetch(address):
        if broken.get(address) == "ValueError":
            raise ValueError(address)
        if broken.get(address) == "TimeoutError":
            raise TimeoutError(address)
        return f"page {address}"

    pages = submission.crawl(fetch, ("a", "b", "c"), at_once)
    return tuple(sorted(repr(page) for page in pages))


@given(
    broken=st.sampled_from(
        [
            {"a": "ValueError"},
            {"a": "TimeoutError", "b": "ValueError"},
            {"c": "ValueError"},
            {"a": "ValueError", "b": "ValueError", "c": "TimeoutError"},
        ]
    ),
    at_once=st.integers(1, 2),
)
def test_an_error_frees_its_place(broken, at_once):
    """In any order: another property looks after that."""
    pages = [f"{broken[a]}('{a}')" if a in broken else f"'page {a}'" for a in "abc"]
    found = explore(a_crawl_with_errors, broken, at_once, executions=BUDGET)
    assert found.values == {tuple(sorted(pages))}
