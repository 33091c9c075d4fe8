"""What collect() promises, on the smallest cases. Run me: pytest exercises/ -k overlapping_io"""

import threading

from grader import explore, scenario


@scenario
def calls_that_wait_for_each_other(submission, stations):
    """Nobody answers before everybody was rung up: possible only if all calls overlap."""
    everybody_is_on_the_line = threading.Barrier(len(stations))

    def ask(station):
        everybody_is_on_the_line.wait()
        return f"sun in {station}"

    return len(submission.collect(ask, stations))


def test_all_are_asked_at_once():
    found = explore(calls_that_wait_for_each_other, ["Arosa", "Bever"], executions=60)
    assert found.values == {2}


@scenario
def calls(submission, stations):
    return tuple(submission.collect(lambda station: f"sun in {station}", stations))


def test_every_report_in_its_place():
    expected = ("sun in Arosa", "sun in Bever")
    assert explore(calls, ["Arosa", "Bever"], executions=60).values == {expected}


@scenario
def calls_that_are_written_down(submission, stations):
    written_down = []
    submission.collect(written_down.append, stations)
    return tuple(sorted(written_down))


def test_each_station_is_asked_once():
    stations = ["Arosa", "Bever"]
    found = explore(calls_that_are_written_down, stations, executions=60)
    assert found.values == {("Arosa", "Bever")}
