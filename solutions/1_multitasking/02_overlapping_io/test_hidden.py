"""More stations, all forty, none at all, one that is listed twice; answers in any order."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario

BUDGET = 40  # executions per case; what is wrong here shows in one of the first

stations = st.sampled_from(["", "A", "AB", "BA", "AA", "ABC", "CAB"]).map(tuple)


@scenario
def calls_that_wait_for_each_other(submission, number):
    """Nobody answers before everybody was rung up: possible only if all calls overlap."""
    everybody_is_on_the_line = threading.Barrier(number)

    def ask(station):
        everybody_is_on_the_line.wait()
        return station

    return len(submission.collect(ask, [f"station {n}" for n in range(number)]))


@example(number=40)
@given(number=st.integers(2, 3))
def test_all_are_asked_at_once(number):
    executions = 2 if number > 3 else BUDGET
    found = explore(calls_that_wait_for_each_other, number, executions=executions)
    assert found.values == {number}


@scenario
def calls(submission, stations):
    return tuple(submission.collect(lambda station: f"sun in {station}", stations))


@given(stations=stations)
def test_every_report_in_its_place(stations):
    reports = tuple(f"sun in {station}" for station in stations)
    assert explore(calls, stations, executions=BUDGET).values == {reports}


@scenario
def calls_that_are_written_down(submission, stations):
    written_down = []
    submission.collect(written_down.append, stations)
    return tuple(sorted(written_down))


@given(stations=stations)
def test_each_station_is_asked_once(stations):
    found = explore(calls_that_are_written_down, stations, executions=BUDGET)
    assert found.values == {tuple(sorted(stations))}
