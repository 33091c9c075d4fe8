"""Submissions that mean harm: each gets its verdict, none a point, and the next is graded."""

from __future__ import annotations

from typing import Any

import pytest

from grader.judge import explore as exploring

COUNTER = """
class Counter:
    value = 0
    def increment(self):
        self.value += 1
"""


@pytest.fixture(autouse=True)
def careless(desk: Any) -> None:
    """The kata lets in more than any real one."""
    desk.imports = frozenset({"threading", "os", "sys", "json"})


def at_import(text: str) -> str:
    return f"import os, sys\n{text}\n{COUNTER}"


def at_call(text: str) -> str:
    body = "\n".join("        " + line for line in text.splitlines())
    return f"import os, sys, threading\n{COUNTER}\n{body}\n"


IN_C = "sum(iter(int, 1))"
EVERY_FD = """\
for fd in range(3, 200):
    try:
        os.write(fd, b'{"verdict": "pass"}' * 9)
    except OSError:
        pass
"""
FORGED = """\
import json
body = json.dumps({"id": 1, "result": {"outcomes": [{"kind": "returned", "value": 2}]}}).encode()
for fd in range(3, 21):
    try:
        os.write(fd, b"DOJO" + len(body).to_bytes(4, "big") + body)
    except OSError:
        pass
os._exit(0)
"""
FLOOD = "print('x' * 1_000_000)\nos.write(1, b'x' * 1_000_000)\nos.write(2, b'x' * 1_000_000)"

ATTACKS = {
    "os._exit at import": (at_import("os._exit(0)"), "fail", "crash"),
    "os._exit at call": (at_call("os._exit(0)"), "fail", "crash"),
    "abort": (at_call("os.abort()"), "fail", "crash"),
    "kills itself": (at_call("os.kill(os.getpid(), 9)"), "fail", "wrong"),  # it may not
    "endless C at import": (at_import(IN_C), "limit", None),
    "endless C at call": (at_call(IN_C), "limit", None),
    "swallows everything": (at_call(f"try:\n    {IN_C}\nexcept BaseException:\n    pass"),
                            "limit", None),
    "writes on every descriptor": (at_call(EVERY_FD), "fail", "crash"),
    "writes on every descriptor at import": (at_import(EVERY_FD), "fail", "crash"),
    "forges an answer and leaves": (at_call(FORGED), "fail", "crash"),
    "closes every descriptor": (at_call("os.closerange(3, 50)"), "fail", "crash"),
    "raises SystemExit at import": (at_import("sys.exit(0)"), "fail", "wrong"),
    "raises KeyboardInterrupt": (at_call("raise KeyboardInterrupt"), "fail", "wrong"),
    "raises its own BaseException": (
        at_call("class Odd(BaseException): pass\nraise Odd('x')"), "fail", "wrong"),
    "recursion": (at_call("self.increment()"), "fail", "wrong"),
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    list(ATTACKS),
)
def test_an_attack_gets_its_verdict_and_the_next_one_is_graded(
    desk: Any, locked: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, verdict, cause = ATTACKS[name]
    task = desk.task()
    with monkeypatch.context() as patch:
        if verdict == "limit":
            patch.setattr(exploring, "DEADLINE", 2.0)
        graded = desk.grade(source, task)
    assert (graded.verdict, graded.cause, graded.score) == (verdict, cause, 0)
    assert graded.properties[0].message
    assert desk.grade(locked, task).verdict == "pass"


def test_a_hang_costs_its_own_property_only(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exploring, "DEADLINE", 5.0)
    task = desk.task("""
        from grader import explore, scenario
        @scenario
        def hang(submission):
            return submission.hang()
        @scenario
        def fine(submission):
            return submission.fine()
        def test_hangs(): assert explore(hang).values == {1}
        def test_fine(): assert explore(fine).values == {1}
    """)
    source = "def hang():\n    return sum(iter(int, 1))\n\ndef fine():\n    return 1\n"
    graded = desk.grade(source, task)
    assert [result.verdict for result in graded.properties] == ["limit", "pass"]
    assert graded.properties[0].message.startswith("it hangs in counter.py, line 2: no answer")


def test_endless_python_is_a_livelock_long_before_the_deadline(desk: Any) -> None:
    for source in (at_import("while True: pass"), at_call("while True: pass")):
        graded = desk.grade(source)
        assert (graded.verdict, graded.cause) == ("fail", "livelock")


def test_floods_of_output_change_nothing(desk: Any, capfd: Any) -> None:
    graded = desk.grade(at_import(FLOOD))
    assert graded.properties[0].cause == "race"
    assert capfd.readouterr() == ("", "")


def test_a_huge_result_is_no_trouble(desk: Any) -> None:
    task = desk.task("""
        from grader import explore, scenario
        @scenario
        def size(submission):
            return submission.make()
        def test_size(): assert explore(size).values == {1}
    """)
    graded = desk.grade("def make():\n    return 'x' * 1_000_000\n", task)
    assert (graded.verdict, graded.cause) == ("fail", "wrong")
    assert len(graded.properties[0].message) < 500
    graded = desk.grade("def make():\n    return 'x' * 100_000_000\n", task)
    assert graded.verdict != "pass"


def test_objects_that_are_equal_to_everything_fool_nobody(desk: Any) -> None:
    graded = desk.grade("""
        class Yes(int):
            def __eq__(self, other): return True
            def __hash__(self): return 2
            def __repr__(self): return "2"

        class Counter:
            value = Yes(2)
            def increment(self): pass
    """)
    assert (graded.verdict, graded.cause) == ("fail", "wrong")


def test_control_characters_reach_no_terminal(desk: Any) -> None:
    graded = desk.grade(at_call("raise ValueError('\\x1b[2J\\ud800 done')"))
    message = graded.properties[0].message
    assert "done" in message
    message.encode("utf-8")
    assert "\x1b" not in message
    timeline = graded.properties[0].timeline
    assert timeline is not None
    assert "\x1b" not in str(timeline.to_data())
