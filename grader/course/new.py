"""Begins a new kata: a skeleton whose every file says what to fill in."""

from __future__ import annotations

import sys
from pathlib import Path

from grader.course.catalogue import KATA_FOLDER, Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.course.pack import write
from grader.engine.errors import DojoError

FILL_IN = "FILL IN"

_STUB = f'''"""{FILL_IN}: the task, in two or three sentences that a beginner understands.

Say what the class or function must promise, whatever the order in which threads run.
"""


class Thing:
    """{FILL_IN}: a real program that is right with one thread and wrong with two."""

    def __init__(self) -> None:
        self.value = 0

    def change(self) -> None:
        self.value += 1
'''

_VISIBLE = f'''"""{FILL_IN}: what the learner may know about how their work is judged."""

from grader import explore, repeat, scenario, together


@scenario
def two_changes(submission):
    thing = submission.Thing()
    together(thing.change, thing.change)
    return thing.value


def test_nothing_is_lost():
    assert explore(two_changes).values == {{2}}
'''

_HIDDEN = f'''"""{FILL_IN}: the cases that a learner must not know; one test for each property."""

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together


@scenario
def changes(submission, per_thread):
    thing = submission.Thing()
    together(*[repeat(thing.change, times) for times in per_thread])
    return thing.value


@given(per_thread=st.lists(st.integers(0, 2), min_size=2, max_size=2))
def test_nothing_is_lost(per_thread):
    assert explore(changes, per_thread).values == {{sum(per_thread)}}
'''

_METADATA = f"""\
title = "{FILL_IN}: a title that tells the story"
todo = "{FILL_IN}: make change() safe"
version = 1
difficulty = 1
topics = ["{FILL_IN}"]
imports = ["threading", "queue", "time"]
hints = [
  "{FILL_IN}: a nudge",
  "{FILL_IN}: the ingredients",
  "{FILL_IN}: nearly the solution",
]

[[properties]]
name = "nothing_is_lost"
promise = "{FILL_IN}: what a right submission promises, in plain words."
points = 100
"""

_RIGHT = '''"""{what}"""

import threading


class Thing:
    def __init__(self) -> None:
        self.value = 0
        self._lock = threading.Lock()

    def change(self) -> None:
        with self._lock:
            self.value += 1
'''

_WRONG = f'''"""{FILL_IN}: what is wrong here, in one line; name the file for the mistake."""
# Hint: {FILL_IN}: one sentence for whoever makes this mistake, without the solution


class Thing:
    def __init__(self) -> None:
        self.value = 0

    def change(self) -> None:
        self.value += 1
'''


def new_kata(course: Course, place: str) -> Kata:
    """Writes the skeleton of a kata.

    Args:
        course: where it belongs; with its solutions.
        place: "2_race_conditions/05_lazy_singleton".

    Raises:
        DojoError: there is no such section, or the name is taken or no good.
    """
    section_name, _, folder_name = place.strip("/").partition("/")
    sections = {section.name: section for section in course.sections}
    if section_name not in sections:
        raise DojoError(f"no section {section_name!r}; there are: {', '.join(sections)}")
    match = KATA_FOLDER.fullmatch(folder_name)
    if not match:
        raise DojoError(
            f"{place!r} is no place for a kata; write SECTION/NN_name, "
            f"for example {section_name}/05_lazy_singleton"
        )
    number, name = int(match[1]), match[2]
    taken = {kata.name: kata for kata in course.katas}
    if name in taken:
        place = shown(taken[name].folder)
        raise DojoError(f"a kata is called {name!r} already ({place}); choose another name")
    if name in sys.stdlib_module_names:
        raise DojoError(f"{name!r} is a module of the standard library; choose another name")
    kata = Kata(sections[section_name], sections[section_name].folder / folder_name, number, name)
    for path in _files(kata):
        if path.exists():
            raise DojoError("this is there already; move it away first", shown(path))
    for path, text in _files(kata).items():
        write(path, text.encode())
    return kata


def _files(kata: Kata) -> dict[Path, str]:
    private = kata.own_private
    reference = _RIGHT.format(what=f"{FILL_IN}: the reference, the one you would show a class.")
    another = _RIGHT.format(what=f"{FILL_IN}: another way to be right, such as a queue.")
    return {
        kata.stub: _STUB,
        kata.visible: _VISIBLE,
        kata.metadata: _METADATA,
        private / f"{kata.name}.py": reference,
        private / "test_hidden.py": _HIDDEN,
        private / "also" / "another_way.py": another,
        private / "wrong" / "race" / "the_mistake.py": _WRONG,
    }
