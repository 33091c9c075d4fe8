"""What is told of a failure in a hidden test: of the submission everything, of the test nothing."""

from __future__ import annotations

import json
from typing import Any

from tests.judge.conftest import Desk

VISIBLE = "def test_they_overlap(): pass\n"
MEETING = """
    import threading
    from grader import explore, scenario, together

    @scenario
    def secret_meeting(submission):
        secret_place = threading.Barrier(2)
        secret_lock = threading.Lock()
        line = submission.Line()

        def secret_call():
            secret_place.wait()

        together(lambda: line.call(secret_call), lambda: line.call(secret_call))
        return "met"

    def test_they_overlap():
        assert explore(secret_meeting).values == {"met"}
"""
KEPT = """
    import threading
    from grader import explore, scenario, together

    @scenario
    def secret_keeper(submission):
        line = submission.Line()
        line.lock.acquire()
        together(line.call)

    def test_they_overlap():
        assert explore(secret_keeper).values == {None}
"""
ASKED = """
    from grader import attempt, explore, record, scenario, together

    @scenario
    def secret_use(submission, names):
        def secret_call():
            line.call()

        line = submission.Line(names, size=2)
        attempt(line.call, "mint")
        together(lambda: line.call(secret_call), line.call, secret_call)
        record(line, [[("call", "tea")]], then=[("call",)])
        return submission.count(line)

    def test_they_overlap():
        assert explore(secret_use, ["a", "a"]).values == {3}
"""
COUNTS = """
    class Line:
        def __init__(self, names, size):
            self.names = list(dict.fromkeys(names))

        def call(self, work=None):
            return own_helper()

    def own_helper():
        return None

    def count(line):
        return len(line.names)
"""
ONE_AT_A_TIME = """
    import threading

    class Line:
        def __init__(self):
            self.lock = threading.Lock()

        def call(self, work=None):
            with self.lock:
                return work() if work else None
"""


def told(desk: Desk, hidden: str, submission: str) -> tuple[Any, str]:
    graded = desk.grade(submission, desk.task(VISIBLE, hidden))
    (result,) = graded.properties
    return result, json.dumps(graded.to_json())


def test_who_holds_a_lock_while_a_hidden_test_waits_is_told(desk: Desk) -> None:
    result, text = told(desk, MEETING, ONE_AT_A_TIME)
    assert "secret" not in text
    assert "test_hidden" not in json.dumps(result.timeline.activations)
    assert result.cause == "deadlock"
    assert result.pattern.sentence == (
        "T1 holds `self.lock` since line 8 and waits in what a hidden test makes it call; "
        "T2 needs that lock on line 8."
    )
    assert result.message == (
        "nobody can go on: main waits for its threads to end; T1 waits in a hidden test; "
        "T2 waits for self.lock, held by T1 since line 8"
    )


def test_a_thread_that_only_a_hidden_test_stops_is_told_without_its_place(desk: Desk) -> None:
    dropped = """
        class Line:
            busy = False

            def call(self, work):
                if self.busy:
                    return
                self.busy = True
                work()
                self.busy = False
    """
    result, text = told(desk, MEETING, dropped)
    assert "secret" not in text
    assert result.pattern.sentence == (
        "T2 waits in a hidden test until more threads have come as far, and too few do."
    ) or result.pattern.sentence == (
        "T1 waits in a hidden test until more threads have come as far, and too few do."
    )


def test_where_a_hidden_test_took_a_lock_is_not_told(desk: Desk) -> None:
    result, text = told(desk, KEPT, ONE_AT_A_TIME)
    assert "secret" not in text
    assert "line.lock" not in text
    assert result.message.endswith("T1 waits for a lock that a hidden test holds")
    assert result.pattern is None or "line.lock" not in result.pattern.sentence


def test_how_it_was_called_is_told(desk: Desk) -> None:
    result, text = told(desk, ASKED, COUNTS)
    assert "secret" not in text
    assert sorted(result.timeline.asked) == [
        ("0", "Line(['a', 'a'], size=2)"),
        ("0", "Line.call('mint')"),
        ("0", "Line.call()"),
        ("0", "count(<Line>)"),
        ("1", "Line.call(<function>)"),
        ("2", "Line.call()"),
        ("3", "Line.call()"),
        ("4", "Line.call('tea')"),
    ]
