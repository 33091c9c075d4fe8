"""Mutants: what is done to a program, and what is said of those that survive."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from benchmarks.mutants import EXPLAINED, complaints, jobs_of, still_open, summary
from benchmarks.mutations import mutants
from grader.course.catalogue import Course

ROOT = Path(__file__).parents[2]


def bodies(line: str, *more: str) -> dict[str, str]:
    """The mutants of a function with these lines, by operator: what its lines have become."""
    lines = "\n    ".join([line, *more])
    found = {}
    for mutant in mutants(f"def f(self):\n    {lines}\n"):
        operator = mutant.name.partition(" in f: ")[0]
        text = mutant.source.partition("\n")[2].rstrip()
        found[operator] = "\n".join(part.removeprefix("    ") for part in text.splitlines())
    return found


def test_what_is_done_to_a_with() -> None:
    assert bodies("with self.lock:", "    a = 1", "    b = g(a)", "c = 2") == {
        "drop_with": "a = 1\nb = g(a)\nc = 2",
        "first_line_out": "a = 1\nwith self.lock:\n    b = g(a)\nc = 2",
        "last_line_out": "with self.lock:\n    a = 1\nb = g(a)\nc = 2",
        "split_with": "with self.lock:\n    a = 1\nwith self.lock:\n    b = g(a)\nc = 2",
        "lock_per_call": "with threading.Lock():\n    a = 1\n    b = g(a)\nc = 2",
        "acquire_and_release": ("self.lock.acquire()\na = 1\nb = g(a)\nself.lock.release()\nc = 2"),
        "next_line_in": "with self.lock:\n    a = 1\n    b = g(a)\n    c = 2",
    }


@pytest.mark.parametrize(
    ("lines", "operator", "becomes"),
    [
        (["with a, b:", "    g()"], "swap_locks", "with b, a:\n    g()"),
        (
            ["with a:", "    with b:", "        g()"],
            "swap_locks",
            "with b:\n    with a:\n        g()",
        ),
        (
            ["with a:", "    g()", "with b:", "    h()"],
            "swap_withs",
            "with b:\n    h()\nwith a:\n    g()",
        ),
        (["x = 1", "with a:", "    g()"], "previous_line_in", "with a:\n    x = 1\n    g()"),
        (["while not x:", "    c.wait()"], "while_to_if", "if not x:\n    c.wait()"),
        (["c.wait_for(lambda: x > 1)"], "while_to_if", "if not x > 1:\n    c.wait()"),
        (["c.notify_all()"], "notify_one", "c.notify()"),
        (["q.task_done()", "g()"], "drop_call", "g()"),
        (["try:", "    g()", "finally:", "    h()"], "drop_finally", "g()\nh()"),
        (
            ["try:", "    return g()", "finally:", "    h()"],
            "drop_finally",
            "_result = g()\nh()\nreturn _result",
        ),
        (["try:", "    g()", "except E:", "    h()"], "drop_except", "g()"),
        (
            ["for t in ts:", "    t.start()"],
            "join_at_once",
            "for t in ts:\n    t.start()\n    t.join()",
        ),
        (["self.a = threading.RLock()"], "plain_lock", "self.a = threading.Lock()"),
        (["Thread(target=g, daemon=True)"], "drop_keyword", "Thread(target=g)"),
        (["return dict(self.a)"], "drop_copy", "return self.a"),
        (["return self.a.copy()"], "drop_copy", "return self.a"),
        (["return a and b"], "drop_condition", "return b"),
    ],
)
def test_what_else_is_done(lines: list[str], operator: str, becomes: str) -> None:
    sources = {
        mutant.source.rstrip()
        for mutant in mutants("def f(self):\n    " + "\n    ".join(lines) + "\n")
        if mutant.name.startswith(f"{operator} in f: ")
    }
    assert "def f(self):\n    " + becomes.replace("\n", "\n    ") in sources


def test_a_program_without_locks_has_no_mutants_and_none_is_there_twice() -> None:
    assert mutants('"""Text."""\n\nANSWER = [1, 2]\n') == []
    names = [mutant.name for mutant in mutants("with a:\n    f()\nwith a:\n    f()\n")]
    assert len(set(names)) == len(names)
    assert "drop_with in the module: with a: (2)" in names


def test_every_mutant_of_the_course_is_python() -> None:
    course = Course.at(ROOT)
    for kata in course.katas:
        for job in jobs_of(kata):
            ast.parse(job.source)


def test_only_mutants_that_there_are_have_been_explained() -> None:
    explained = json.loads(EXPLAINED.read_text("utf-8"))
    course = Course.at(ROOT)
    for name, reasons in explained.items():
        assert not reasons.keys() - {job.name for job in jobs_of(course.kata(name))}
        assert all(reason.endswith(".") for reason in reasons.values())


def test_every_kept_survivor_is_explained() -> None:
    kept = json.loads((ROOT / "benchmarks" / "mutants.json").read_text("utf-8"))
    assert complaints(kept["katas"], json.loads(EXPLAINED.read_text("utf-8"))) == []
    assert kept["summary"] == summary(kept["katas"])


def test_a_survivor_needs_an_explanation_and_an_explanation_a_survivor() -> None:
    rows = [
        {"mutant": "drop_with", "line": 4, "fate": "survived", "by": ""},
        {"mutant": "notify_one", "line": 5, "fate": "killed", "by": "all_wake (deadlock)"},
        {"mutant": "drop_call", "line": 6, "fate": "refused", "by": "`x` is not known"},
    ]
    assert complaints({"gate": rows}, {"gate": {"notify_one": "One waits."}}) == [
        "gate, line 4: nothing kills drop_with",
        "gate: explained, yet no survivor: notify_one",
        "gate: drop_call: `x` is not known",
    ]
    assert complaints({"gate": rows[:1]}, {"gate": {"drop_with": "One read."}}) == []
    assert still_open({"gate": rows}, {"gate": {"drop_with": "Open: no test."}}) == [
        "gate: drop_with: Open: no test."
    ]
    assert summary({"gate": rows}) == "1 of 2 mutants of 1 katas killed (50.0 %)"
