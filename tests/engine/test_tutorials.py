"""Five programs as tutorials publish them: each bug is found, shown and replayed."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.engine import Outcome

TUTORIALS = Path(__file__).parent / "tutorials"


def find(lab, name: str, function: str, **options) -> list[Outcome]:
    return list(lab.explore_path(TUTORIALS / f"{name}.py", function, **options).outcomes)


@pytest.mark.parametrize("switching", ["anywhere", "gil"])
def test_a_bank_account_without_a_lock(lab, switching: str) -> None:
    """The check and the withdrawal are two steps, and nothing holds them together."""
    outcomes = find(lab, "bank_account", "withdraw_twice", switching=switching)
    values = {o.value for o in outcomes}
    assert (70, 30) in values
    if switching == "anywhere":
        # Both checked before either paid; or one withdrawal overwrote the other.
        assert {(140, -40), (140, 30)} <= values
        lost = next(o for o in outcomes if o.value == (140, 30))
        (fatal,) = [s for s in lost.timeline.steps if s.fatal]
        assert fatal.source == "self.balance -= amount"
        assert "overwrites" in fatal.note
    else:
        # Nothing between the check and the write hands the GIL over.
        assert values == {(70, 30)}


def test_a_consumer_that_waits_with_if(lab) -> None:
    """Woken up, a consumer finds that the other one took the message."""
    outcomes = find(lab, "producer_consumer", "two_consumers")
    assert {o.value for o in outcomes if not o.unhandled} == {2}
    bad = next(o for o in outcomes if o.unhandled)
    assert "IndexError: pop from empty list" in bad.unhandled[0]
    assert bad.value == 1
    (fatal,) = [s for s in bad.timeline.steps if s.fatal]
    assert (fatal.action, fatal.source) == ("raise", "return self.messages.pop(0)")


def test_a_singleton_that_is_published_too_early(lab) -> None:
    """The first check lets a reader past the lock, to an object that is not loaded yet."""
    outcomes = find(lab, "singleton", "two_readers")
    assert sorted(o.value for o in outcomes) == [["None", "blue"], ["blue", "blue"]]
    half = next(o for o in outcomes if "None" in o.value)
    assert half.preemptions == 1
    sources = [s.source for s in half.timeline.steps if s.target.endswith("colour")]
    assert "seen.append(Settings.instance().colour)" in sources


def test_empty_then_get(lab) -> None:
    """Both see one job left; one gets it and the other waits for ever."""
    outcomes = find(lab, "work_queue", "two_workers")
    assert [o.value for o in outcomes if o.kind == "returned"] == [[0, 1]]
    stuck = next(o for o in outcomes if o.kind == "deadlock")
    assert stuck.preemptions == 1
    assert "waits in jobs.get()" in stuck.message
    (fatal,) = [s for s in stuck.timeline.steps if s.fatal]
    assert (fatal.action, fatal.source) == ("wait", "job = jobs.get()")


def test_transfers_in_opposite_directions(lab) -> None:
    outcomes = find(lab, "transfer", "there_and_back")
    assert [o.value for o in outcomes if o.kind == "returned"] == [(60, 40)]
    stuck = next(o for o in outcomes if o.kind == "deadlock")
    assert stuck.preemptions == 1
    assert stuck.message.endswith(
        "T1 waits for target.lock, held by T2 as source.lock since line 13; "
        "T2 waits for target.lock, held by T1 as source.lock since line 13"
    )
    assert [s.line for s in stuck.timeline.steps if s.fatal] == [14, 14]
