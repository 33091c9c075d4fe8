from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.engine.errors import DojoError, ScheduleError
from grader.judge.grading import grade
from grader.judge.replaying import replay
from grader.judge.task import Property, Task
from grader.judge.verdict import Grade, PropertyResult
from grader.judge.worker import Worker

HIDDEN = """
    from hypothesis import given, strategies as st
    from grader import explore, repeat, scenario, together

    @scenario
    def hidden_increments(submission, per_thread):
        secret_counter = submission.Counter()
        together(*[repeat(secret_counter.increment, n) for n in per_thread])
        return secret_counter.value

    @given(per_thread=st.lists(st.integers(0, 3), min_size=1, max_size=3))
    def test_no_increment_is_lost(per_thread):
        assert explore(hidden_increments, tuple(per_thread)).values == {sum(per_thread)}
"""
CASES = """
    {"test_no_increment_is_lost": [{"per_thread": ["list", 0]}, {"per_thread": ["list", 2, 1]}]}
"""


def only(graded: Grade) -> PropertyResult:
    assert len(graded.properties) == 1
    return graded.properties[0]


def test_a_right_submission_gets_all_points_and_hears_what_was_seen(desk: Any, locked: str) -> None:
    graded = desk.grade(locked)
    assert (graded.verdict, graded.cause, graded.score, graded.max) == ("pass", None, 10, 10)
    result = only(graded)
    assert result.seen.startswith("all ")
    assert (result.message, result.schedule, result.timeline) == ("", None, None)


def test_a_race_is_shown_with_its_interleaving(desk: Any, racy: str) -> None:
    graded = desk.grade(racy)
    assert (graded.verdict, graded.cause, graded.score) == ("fail", "race", 0)
    result = only(graded)
    assert result.message == "expected 2, got 1"
    assert (result.outcomes, result.wrong_outcomes, result.only_gil) == (2, 1, True)
    assert result.timeline is not None
    assert [step.source for step in result.timeline.steps if step.fatal] == ["self.value += 1"]


def test_a_race_that_the_gil_has_too_is_not_only_the_gil(desk: Any) -> None:
    result = only(
        desk.grade("""
            def one():
                return 1

            class Counter:
                value = 0

                def increment(self):
                    seen = self.value
                    self.value = one() + seen
        """)
    )
    assert (result.cause, result.only_gil) == ("race", False)


@pytest.mark.parametrize(
    ("body", "cause", "message"),
    [
        ("self.value += 2", "wrong", "expected 2, got"),
        ("raise IndexError('no such click')", "wrong", "raised IndexError: no such click"),
        ("self.lock.acquire()", "deadlock", "T"),
        ("while self.value < 9: pass", "livelock", ""),
        ("self.valeu += 1", "wrong", "raised AttributeError: "),
    ],
)
def test_each_cause_has_its_plain_words(desk: Any, body: str, cause: str, message: str) -> None:
    result = only(
        desk.grade(f"""
            import threading

            class Counter:
                def __init__(self):
                    self.value = 0
                    self.lock = threading.Lock()

                def increment(self):
                    {body}
        """)
    )
    assert (result.verdict, result.cause, result.points) == ("fail", cause, 0)
    assert message in result.message
    assert result.timeline is not None
    assert result.only_gil is False


def test_a_deadlock_that_happens_only_sometimes_is_found(desk: Any) -> None:
    submission = """
        import threading

        class Counter:
            def __init__(self):
                self.value = 0
                self.left, self.right = threading.Lock(), threading.Lock()
                self.turn = 0

            def increment(self):
                self.turn += 1
                first, second = self.left, self.right
                if self.turn % 2:
                    first, second = second, first
                with first, second:
                    self.value += 1
    """
    assert only(desk.grade(submission)).cause == "deadlock"


def test_a_missing_class_or_a_module_that_raises_is_said(desk: Any) -> None:
    assert "has no attribute 'Counter'" in only(desk.grade("x = 1\n")).message
    assert only(desk.grade("raise NameError('oops')\n")).message == "raised NameError: oops"


def test_the_submissions_own_modules_come_along(desk: Any, locked: str) -> None:
    desk.write("made.py", locked)
    assert desk.grade("from made import Counter\n").verdict == "pass"
    desk.write("made.py", locked.replace("with self.lock", "if self.lock"))
    result = only(desk.grade("from made import Counter\n"))
    assert result.timeline is not None
    assert {step.file for step in result.timeline.steps if step.fatal} == {"made.py"}


def test_what_the_gate_refuses_is_rejected_for_every_property(desk: Any) -> None:
    graded = desk.grade("import ctypes\n")
    assert (graded.verdict, graded.cause, graded.score, graded.max) == ("rejected", None, 0, 10)
    assert "`ctypes` is not among this kata's imports" in only(graded).message


def test_what_is_not_simulated_is_rejected_with_its_line(desk: Any) -> None:
    graded = desk.grade("""
        class Counter:
            value = 0
            def increment(self):
                input()
    """)
    assert graded.verdict == "rejected"
    assert only(graded).message.startswith("counter.py, line 4: ")


def test_hidden_tests_decide_too_and_are_not_quoted(desk: Any) -> None:
    submission = """
        class Counter:
            value = 0
            def increment(self):
                self.value = min(self.value + 1, 2)
    """
    task = desk.task(
        """
        from grader import explore, scenario
        @scenario
        def once(submission):
            counter = submission.Counter()
            counter.increment()
            return counter.value
        def test_no_increment_is_lost():
            assert explore(once).values == {1}
        """,
        HIDDEN,
        CASES,
    )
    graded = desk.grade(submission, task)
    result = only(graded)
    assert result.verdict == "fail"
    assert result.message == "got 2"
    text = json.dumps(graded.to_json())
    assert "secret_counter" not in text
    assert "hidden_increments" not in text
    assert desk.grade(submission, task, hidden=False).verdict == "pass"


def test_a_race_in_a_hidden_test_shows_the_learners_lines_alone(desk: Any, racy: str) -> None:
    task = desk.task("def test_no_increment_is_lost(): pass\n", HIDDEN, CASES)
    hidden = only(desk.grade(racy, task))
    assert hidden.message == "got 1; other interleavings give 3"
    assert hidden.timeline is not None
    assert {step.file for step in hidden.timeline.steps} == {"counter.py"}


def test_what_is_missing_is_wrong(desk: Any, locked: str) -> None:
    task = desk.task("""
        from grader import explore, scenario, together
        @scenario
        def seen(submission):
            counter = submission.Counter()
            return together(counter.increment, lambda: counter.value)[1]
        def test_both_orders_are_possible():
            assert explore(seen).values == {0, 1, 2}
    """)
    result = only(desk.grade(locked, task))
    assert (result.verdict, result.cause) == ("fail", "wrong")
    assert result.message.startswith("never gives ")


def test_a_suite_may_look_at_outcomes_itself(desk: Any) -> None:
    task = desk.task("""
        from grader import explore, scenario, together
        @scenario
        def both(submission):
            together(submission.left, submission.right)
        def test_never_stuck():
            assert all(o.kind != "deadlock" for o in explore(both).outcomes)
    """)
    submission = """
        import threading
        a, b = threading.Lock(), threading.Lock()
        def left():
            with a, b: pass
        def right():
            with b, a: pass
    """
    assert only(desk.grade(submission, task)).cause == "deadlock"


def test_each_property_has_its_own_verdict_and_is_told_at_once(desk: Any, racy: str) -> None:
    task = desk.task("""
        from grader import explore, scenario, together
        @scenario
        def one(submission):
            counter = submission.Counter()
            counter.increment()
            return counter.value
        @scenario
        def two(submission):
            counter = submission.Counter()
            together(counter.increment, counter.increment)
            return counter.value
        def test_one(): assert explore(one).values == {1}
        def test_two(): assert explore(two).values == {2}
        def test_three(): assert explore(one).values <= {1, 2}
    """)
    told: list[str] = []
    graded = desk.grade(racy, task, on_property=lambda result: told.append(result.name))
    assert told == ["one", "two", "three"]
    assert [result.verdict for result in graded.properties] == ["pass", "fail", "pass"]
    assert (graded.cause, graded.score, graded.max) == ("race", 20, 30)
    some = desk.grade(racy, task, properties=["three"])
    assert [result.name for result in some.properties] == ["three"]


@pytest.mark.parametrize(
    ("suite", "sentence"),
    [
        ("def test_it(): 1 / 0\n", "the suite, line 1: ZeroDivisionError"),
        ("import nowhere\ndef test_it(): pass\n", "nowhere"),
        ("def test_it(x): pass\n", "takes arguments"),
        (
            "from grader import explore, scenario\nY = 1\n@scenario\ndef s(submission):\n"
            "    return Y\ndef test_it(): explore(s)\n",
            "`Y`",
        ),
        (
            "from grader import explore\ndef s(submission): pass\ndef test_it(): explore(s)\n",
            "write @scenario",
        ),
        (
            "from grader import explore, scenario\n@scenario\ndef s(submission, x): pass\n"
            "def test_it(): explore(s, object())\n",
            "plain data",
        ),
        ("import pytest\ndef test_it(): pytest.skip('no such Python')\n", "no test was run"),
        (
            "from grader import explore, scenario\n@scenario\ndef s(submission): pass\n"
            "def test_it(): explore(s, switching='often')\n",
            "often",
        ),
    ],
)
def test_a_suites_own_mistake_is_infra_and_names_the_suite(
    desk: Any, locked: str, suite: str, sentence: str
) -> None:
    graded = desk.grade(locked, desk.task(suite))
    assert (graded.verdict, graded.cause, graded.score) == ("infra", None, 0)
    assert sentence in only(graded).message


def test_a_hidden_suite_needs_its_pinned_cases(desk: Any, locked: str) -> None:
    task = desk.task("def test_no_increment_is_lost(): pass\n", HIDDEN)
    assert "dojo course pin" in only(desk.grade(locked, task)).message


def test_a_property_whose_tests_are_elsewhere_is_not_passed(desk: Any, locked: str) -> None:
    task = desk.task()
    more = Task(
        task.name, 1, (*task.properties, Property("other", "x", 5)), task.imports, task.visible
    )
    graded = desk.grade(locked, more)
    assert [result.verdict for result in graded.properties] == ["pass", "infra"]
    assert "hidden suite, which isn't here" in graded.properties[1].message


def test_a_test_that_skips_after_it_has_explored_leaves_a_note(desk: Any, locked: str) -> None:
    task = desk.task("""
        import pytest
        from grader import explore, scenario
        @scenario
        def one(submission):
            return submission.Counter().value
        def test_it():
            assert explore(one).values == {0}
            pytest.skip("install 3.14t for the real run")
    """)
    result = only(desk.grade(locked, task))
    assert result.verdict == "pass"
    assert result.notes == ("not tried in full: install 3.14t for the real run",)


@pytest.mark.parametrize("sentence", ["no", "Timeout (>1.0s) from pytest-timeout."])
def test_a_test_may_fail_by_pytest_whatever_its_words(
    desk: Any, locked: str, sentence: str
) -> None:
    task = desk.task(f"import pytest\ndef test_it(): pytest.fail('{sentence}')\n")
    assert only(desk.grade(locked, task)).verdict == "fail"


def test_a_test_that_pytest_timeout_ends_is_not_judged(desk: Any, locked: str) -> None:
    task = desk.task(
        """
        import pytest, pytest_timeout, types

        def test_it():
            quiet = lambda *words, **options: None
            writer = types.SimpleNamespace(sep=quiet, write=quiet)
            item = types.SimpleNamespace(
                config=types.SimpleNamespace(get_terminal_writer=lambda: writer)
            )
            pytest_timeout.timeout_sigalrm(
                item, types.SimpleNamespace(timeout=1.0, disable_debugger_detection=True)
            )

        def test_another():
            pass
        """
    )
    ended, another = desk.grade(locked, task).properties
    assert (ended.verdict, ended.cause, ended.points) == ("infra", None, 0)
    assert "test_it was ended by pytest-timeout" in ended.message
    assert another.verdict == "pass"


@pytest.mark.parametrize(
    "answer",
    ["pytest.fail('no answer')", "assert False", "return", "raise KeyError('x') from None"],
)
def test_no_test_makes_a_verdict_of_what_was_never_seen(
    desk: Any, locked: str, answer: str
) -> None:
    suite = f"""
        import pytest
        from grader import explore, scenario

        @scenario
        def once(submission):
            return submission.Counter().value

        def test_it():
            try:
                explore(once, switching="{{switching}}")
            except Exception:
                {answer}
    """
    found = only(desk.grade(locked, desk.task(suite.format(switching="often"))))
    assert (found.verdict, found.cause, found.points) == ("infra", None, 0)
    assert "often" in found.message
    leaves = "import os\nos._exit(3)\n"
    found = only(desk.grade(leaves, desk.task(suite.format(switching="gil"))))
    assert (found.verdict, found.cause) == ("fail", "crash")


def test_an_assertion_of_the_judges_own_is_nobodys_wrong_answer(desk: Any, locked: str) -> None:
    task = desk.task("""
        judge = {"__name__": "grader.judge.somewhere"}
        exec("def broken(): assert 1 == 2", judge)

        def test_it():
            judge["broken"]()
    """)
    assert only(desk.grade(locked, task)).verdict == "infra"


def test_fresh_cases_add_a_note_and_change_no_mark(desk: Any, locked: str) -> None:
    submission = locked.replace("self.value += 1", "self.value = min(self.value + 1, 3)")
    task = desk.task("def test_no_increment_is_lost(): pass\n", HIDDEN, CASES)
    result = only(desk.grade(submission, task, fresh=60))
    assert (result.verdict, result.points) == ("pass", 10)
    assert "a case drawn just now breaks it (per_thread=" in "".join(result.notes)
    assert only(desk.grade(locked, task, fresh=5)).notes == ()


def test_the_same_submission_gets_the_same_bytes(desk: Any, racy: str) -> None:
    task = desk.task(HIDDEN, HIDDEN, CASES)
    first, second = (json.dumps(desk.grade(racy, task).to_json()) for _ in range(2))
    assert first == second


STUB = '''"""Make increment() safe. The docstring is the task."""

class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
'''
ONE_AND_TWO = """
    from grader import explore, scenario, together
    @scenario
    def one(submission):
        counter = submission.Counter()
        counter.increment()
        return counter.value
    @scenario
    def two(submission):
        counter = submission.Counter()
        together(counter.increment, counter.increment)
        return counter.value
    def test_one(): assert explore(one).values == {1}
    def test_two(): assert explore(two).values == {2}
"""


@pytest.mark.parametrize(
    "submission",
    [
        STUB,
        STUB.partition("\n")[2],
        "# Your solution.\n" + STUB.replace("self.value = 0", "self.value = (0)  # clicks"),
    ],
)
def test_a_stub_earns_nothing_by_what_it_happens_to_keep(desk: Any, submission: str) -> None:
    task = replace(desk.task(ONE_AND_TWO), pristine=desk.write(".pristine.py", STUB))
    told: list[int] = []
    graded = desk.grade(submission, task, on_property=lambda result: told.append(result.points))
    assert (graded.verdict, graded.cause, graded.score, graded.max) == ("fail", "race", 0, 20)
    assert graded.untouched
    assert graded.notes == (
        "this is still the program that was handed out, so there are no points",
    )
    assert told == [0, 0]
    kept, broken = graded.properties
    assert (kept.verdict, broken.verdict) == ("pass", "fail")
    assert broken.timeline is not None
    assert Grade.from_json(json.loads(json.dumps(graded.to_json()))) == graded


@pytest.mark.parametrize("pristine", [STUB, "class Counter(:\n", None])
def test_a_first_try_keeps_its_points(desk: Any, pristine: str | None) -> None:
    path = desk.write(".pristine.py", pristine) if pristine else desk.folder / "none.py"
    task = replace(desk.task(ONE_AND_TWO), pristine=path)
    graded = desk.grade(STUB.replace("+= 1", "= self.value + 1"), task)
    assert (graded.score, graded.untouched, graded.notes) == (10, False, ())


def test_a_grade_comes_back_from_its_json(desk: Any, racy: str) -> None:
    graded = desk.grade(racy)
    data = json.loads(json.dumps(graded.to_json()))
    assert data["kata"] == "counter"
    assert Grade.from_json(data) == graded


def test_the_fingerprint_is_of_version_suites_and_cases(desk: Any) -> None:
    task = desk.task(hidden=HIDDEN, cases=CASES)
    before = task.fingerprint()
    assert desk.task(hidden=HIDDEN, cases=CASES).fingerprint() == before
    assert desk.task(hidden=HIDDEN, cases=CASES + "\n").fingerprint() != before
    assert desk.task(hidden=HIDDEN + "# more", cases=CASES).fingerprint() != before
    assert Task(**{**vars(task), "version": 2}).fingerprint() != before


def test_what_was_shown_is_replayed_by_its_command(desk: Any, racy: str) -> None:
    task = desk.task(hidden=HIDDEN, cases=CASES)
    path = desk.write("counter.py", racy)
    result = only(grade(task, path))
    assert result.replay is not None
    command, action, target, schedule = result.replay.split(" ")
    assert (command, action, target) == ("dojo", "replay", "counter::no_increment_is_lost:1")
    outcome = replay(task, path, target.partition("::")[2], schedule.strip("'"))
    assert outcome.timeline == result.timeline
    assert outcome.value == 1


def test_a_replay_of_a_hidden_test_shows_nothing_of_it(desk: Any, racy: str) -> None:
    task = desk.task("def test_no_increment_is_lost(): pass\n", HIDDEN, CASES)
    result = only(desk.grade(racy, task))
    elsewhere = desk.write("elsewhere/other.py", racy)
    assert only(grade(task, elsewhere)).replay == f"{result.replay} --submission {elsewhere}"
    assert result.replay is not None
    address = result.replay.split(" ")[2].partition("::")[2]
    assert address == "no_increment_is_lost:3"
    outcome = replay(task, elsewhere, address, str(result.schedule))
    assert {step.file for step in outcome.timeline.steps} == {"other.py"}


@pytest.mark.parametrize(
    ("address", "schedule", "sentence"),
    [
        ("no_increment_is_lost", "1ap", "names no test"),
        ("no_increment_is_lost:9", "1ap", "tests 1 to 1"),
        ("no_increment_is_lost:1.2", "1ap", "doesn't come to its exploration 2"),
        ("nothing:1", "1ap", "test_nothing"),
    ],
)
def test_a_replay_that_fits_nothing_is_said(
    desk: Any, racy: str, address: str, schedule: str, sentence: str
) -> None:
    path: Path = desk.write("counter.py", racy)
    with pytest.raises(DojoError, match=sentence):
        replay(desk.task(), path, address, schedule)
    with pytest.raises(ScheduleError):
        replay(desk.task(), path, "no_increment_is_lost:1", "nonsense")


def test_nothing_is_explored_where_the_judge_listens(
    desk: Any, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That process is slow for good; an honest submission would run into the deadline."""
    asked: list[tuple[int | None, str]] = []
    ask = Worker.ask

    def noted(self: Worker, request: Any, deadline: float | None) -> Any:
        answer = ask(self, request, deadline)
        asked.append((self.pid, request["operation"]))
        return answer

    monkeypatch.setattr(Worker, "ask", noted)
    desk.grade(locked, desk.task("def test_no_increment_is_lost(): pass\n", HIDDEN, CASES), fresh=3)
    listening = {pid for pid, operation in asked if operation == "audit_scenario"}
    assert len(listening) == 1
    assert [operation for pid, operation in asked if pid in listening] == ["audit_scenario"]
    assert asked[-1][1] == "explore_scenario"
