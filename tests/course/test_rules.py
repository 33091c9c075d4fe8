"""What is wrong with a kata's files is told before anything runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.new import new_kata
from grader.course.rules import Finding, Rules, signatures
from grader.engine.errors import DojoError


def findings(course: Course, name: str = "tally") -> list[Finding]:
    course = Course.at(course.root)
    return list(Rules(course, course.kata(name)).findings())


def replace(path_of: Callable[[Kata], object], old: str, new: str) -> Callable[[Kata], None]:
    def change(kata: Kata) -> None:
        path = path_of(kata)
        text = path.read_text()  # type: ignore[attr-defined]
        assert old in text
        path.write_text(text.replace(old, new, 1))  # type: ignore[attr-defined]

    return change


def test_a_sound_kata_has_no_findings(toy: Course) -> None:
    assert [str(f) for kata in toy.katas for f in findings(toy, kata.name)] == []


@pytest.mark.parametrize(
    ("change", "file", "sentence"),
    [
        (replace(lambda k: k.metadata, "points = 70", "points = 60"), "kata.toml", "sum to 90"),
        (lambda k: k.reference.unlink(), "tally.py", "this file is missing"),
        (lambda k: k.pristine.unlink(), ".pristine.py", "run `dojo course pin tally`"),
        (lambda k: k.cases.unlink(), "cases.json", "run `dojo course pin tally`"),
        (lambda k: k.cases.write_text("{}"), "cases.json", "no cases for test_nothing_is_lost"),
        (lambda k: k.cases.write_text("[]"), "cases.json", "these are no pinned cases"),
        (
            replace(lambda k: k.cases, "{", '{"test_old": [{}],'),
            "cases.json",
            "cases for test_old",
        ),
        (
            replace(lambda k: k.hidden, "lost(times)", "lost(numbers)"),
            "cases.json",
            "cases for test_nothing_is_lost with other parameters",
        ),
        (
            replace(lambda k: k.wrong[0][1], '"""The lock', 'import os; """The lock'),
            "never_released.py",
            "begin the first line with a comment or docstring",
        ),
        (
            replace(lambda k: k.wrong[0][1], "# Hint: ", "# A hint: "),
            "never_released.py",
            "begin the second line with `# Hint: `",
        ),
        (
            replace(lambda k: k.wrong[0][1], "# Hint: ", "\n# Hint: "),
            "never_released.py",
            "begin the second line with `# Hint: `",
        ),
        (
            replace(lambda k: k.wrong[0][1], "for ever.", "for ever, " + "and ever, " * 8),
            "never_released.py",
            "this hint has 168 characters; 160 at most",
        ),
        (
            lambda k: k.wrong[0][1].parent.rename(k.wrong[0][1].parent.with_name("stuck")),
            "stuck",
            "no cause is called 'stuck'",
        ),
        (
            replace(lambda k: k.reference, "def add(self)", "def add(self, times=1)"),
            "tally.py",
            "Tally.add is 'def (self, times=1)' here and 'def (self)' in the stub",
        ),
        (
            replace(lambda k: k.reference, "    def add", "    def more(self): ...\n\n    def add"),
            "tally.py",
            "Tally.more is not in the stub",
        ),
        (replace(lambda k: k.reference, "class Tally", "class"), "tally.py", "not Python"),
        (
            replace(lambda k: k.visible, "test_nothing_is_lost", "test_nothing_gets_lost"),
            "test_tally.py",
            "no property in kata.toml is called 'nothing_gets_lost'",
        ),
        (
            replace(lambda k: k.hidden, "test_starts_at_zero", "begins"),
            "kata.toml",
            "property 'starts_at_zero' has no test",
        ),
    ],
)
def test_one_mistake_is_one_finding(
    toy: Course, change: Callable[[Kata], None], file: str, sentence: str
) -> None:
    change(toy.kata("tally"))
    found = findings(toy)
    assert [sentence in finding.sentence for finding in found] == [True], list(map(str, found))
    assert found[0].file.endswith(file)
    assert not found[0].file.startswith("/")


def test_the_course_says_how_many_submissions_a_kata_needs(toy: Course) -> None:
    marker = toy.exercises / "course.toml"
    text = marker.read_text()
    marker.write_text(text.replace("wrong_at_least = 0", "wrong_at_least = 3"))
    assert findings(toy) == []
    assert ["a kata needs 3" in f.sentence for f in findings(toy, "ping")] == [True]


def test_signatures_see_what_callers_see(toy: Course) -> None:
    path = toy.root / "module.py"
    path.write_text(
        "import dataclasses\n"
        "def f(a: int, *b, c=3, **d) -> str: ...\n"
        "def _private(): ...\n"
        "async def g(): ...\n"
        "@dataclasses.dataclass\n"
        "class C:\n"
        "    x: int = 1\n"
        "    _y: int = 2\n"
        "    def __init__(self, x: int): ...\n"
        "    @property\n"
        "    def value(self) -> int: ...\n"
    )
    assert signatures(path) == {
        "f": "def (a, *b, c=3, **d)",
        "g": "async def ()",
        "C": "class",
        "C.x": "field = 1",
        "C.__init__": "def (self, x)",
        "C.value": "property def (self)",
    }


def test_a_new_kata_is_a_skeleton_that_says_what_to_fill_in(toy: Course) -> None:
    kata = new_kata(toy, "2_second/02_latch")
    course = Course.at(toy.root)
    assert [k.name for k in course.katas] == ["tally", "ping", "latch"]
    assert kata.hints
    assert kata.task().properties[0].points == 100
    unfilled = [f for f in findings(toy, "latch") if "FILL IN" in f.sentence]
    assert len(unfilled) == 7
    assert all(f.line for f in unfilled)
    assert course.unexpected() == []


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("3_third/01_latch", "no section '3_third'; there are: 1_first, 2_second"),
        ("2_second/latch", "write SECTION/NN_name"),
        ("2_second", "write SECTION/NN_name"),
        ("2_second/02_Latch", "write SECTION/NN_name"),
        ("2_second/02_tally", "a kata is called 'tally' already"),
        ("2_second/02_queue", "a module of the standard library"),
    ],
)
def test_a_new_kata_needs_a_place_and_a_name(toy: Course, place: str, sentence: str) -> None:
    with pytest.raises(DojoError) as caught:
        new_kata(toy, place)
    assert sentence in str(caught.value)
