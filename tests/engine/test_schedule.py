"""The text of a schedule: read, written, and still fitting after an edit elsewhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.engine import ScheduleError, explore_file, replay_file
from grader.engine.rewrite.sites import line_hash
from grader.engine.schedule import Entry, parse, write

PATHS = st.lists(st.integers(0, 12), min_size=1, max_size=3).map(lambda p: ".".join(map(str, p)))
NAMES = st.from_regex(
    r"(<module>|[a-zA-Z_]\w{0,5}(\.([a-zA-Z_]\w{0,5}|lambda)){0,2})", fullmatch=True
)
PLACES = st.tuples(NAMES, st.from_regex("[0-9a-f]{4}", fullmatch=True)).map(":".join)
ENTRIES = st.lists(st.tuples(PATHS, PLACES, st.integers(1, 9999), PATHS), max_size=5)


@given(st.sampled_from(["anywhere", "gil"]), st.sampled_from(["patient", "adversarial"]), ENTRIES)
def test_what_is_written_is_read(switching: str, timeouts: str, entries: list[Entry]) -> None:
    text = write(switching, timeouts, entries)
    assert parse(text) == (switching, timeouts, entries)
    assert write(*parse(text)) == text
    assert " " not in text and "\n" not in text
    assert re.match(r"1[ag][pd](,|$)", text)


def test_space_around_it_is_forgiven() -> None:
    assert parse(" 1ap,1@f:0000.1+2\n") == ("anywhere", "patient", [("1", "f:0000", 1, "2")])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not a schedule; copy it whole, it begins like 1ap"),
        ("hello", "is not a schedule"),
        ("1xp", "explore again"),
        ("1ap;1@f:0000.1+2", "is not a schedule"),
        ("2ap", "is of format 2; this version reads format 1: explore again to get a new one"),
        ("17gd,whatever", "is of format 17; this version reads format 1"),
        ("1ap,", "step 1 of the schedule cannot be read: ''"),
        ("1ap,1@f:0000.1", "step 1 of the schedule cannot be read: '1@f:0000.1'"),
        ("1ap,1@f:0000.1+2,1@f", "step 2 of the schedule cannot be read: '1@f'"),
        ("1ap,1@f:0000.x+2", "step 1 of the schedule cannot be read"),
        ("1ap,1@f:0000.1+2 ,", "step 1 of the schedule cannot be read"),
    ],
)
def test_what_is_no_schedule(text: str, words: str) -> None:
    with pytest.raises(ScheduleError) as caught:
        parse(text)
    assert words in caught.value.sentence
    assert "\n" not in str(caught.value)


def test_a_line_is_known_by_its_text_whatever_its_indentation() -> None:
    assert line_hash("    self.value += 1") == line_hash("self.value += 1")
    assert line_hash("self.value += 1") != line_hash("self.value += 2")
    assert re.fullmatch("[0-9a-f]{4}", line_hash("é = 1"))


RACY = """\
from grader.engine.vocabulary import together


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1


def main():
    counter = Counter()
    together(counter.increment, counter.increment)
    return counter.value
"""


@pytest.fixture
def lost(lab) -> str:
    """The schedule that loses an update of RACY."""
    path = lab.folder / "program.py"
    path.write_text(RACY)
    (outcome,) = (o for o in explore_file(path, "main").outcomes if o.value == 1)
    return outcome.schedule


def test_the_schedule_names_thread_function_line_and_access(lost: str) -> None:
    _, _, ((thread, place, _, onward),) = parse(lost)
    assert {thread, onward} == {"1", "2"}
    assert place == "Counter.increment:" + line_hash("self.value += 1")


EDITS = {
    "lines added above": "import math\n\nLIMIT = math.pi\n\n\n" + RACY,
    "another function changed": RACY.replace("counter = Counter()", "counter = Counter()  # new"),
    "functions added": RACY + "\n\ndef other():\n    x = 1\n    return x\n",
    "another method added": RACY.replace(
        "    def increment", "    def reset(self):\n        self.other = 0\n\n    def increment"
    ),
    "a comment and blank lines inside the function": RACY.replace(
        "self.value += 1", "# One more.\n\n        self.value += 1"
    ),
    "a local variable before the line": RACY.replace(
        "        self.value += 1", "        step = 2 - 1\n        self.value += 1"
    ),
    "other indentation": RACY.replace("        self.value += 1", "          self.value += 1"),
    "spaces at the end of the line": RACY.replace("self.value += 1", "self.value += 1   "),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_schedule_survives_an_edit_elsewhere(lab, lost: str, name: str) -> None:
    lab.path.write_text(EDITS[name])
    outcome = lab.replay(lost)
    assert (outcome.kind, outcome.value) == ("returned", 1)
    assert [step.fatal for step in outcome.timeline.steps].count(True) == 1


@pytest.mark.parametrize("new", ["self.value = self.value + 1", "pass", "self.value += 1 + 0"])
def test_a_changed_line_is_told_with_its_step(lab, lost: str, new: str) -> None:
    lab.path.write_text(RACY.replace("self.value += 1", new))
    with pytest.raises(ScheduleError) as caught:
        lab.replay(lost)
    sentence = str(caught.value)
    assert "the schedule no longer fits at step 1" in sentence
    assert "Counter.increment" in sentence
    assert "\n" not in sentence


def test_a_thread_that_is_gone_is_told(lab, lost: str) -> None:
    lab.path.write_text(
        RACY.replace(
            "together(counter.increment, counter.increment)", "together(counter.increment)"
        )
    )
    with pytest.raises(ScheduleError, match="the schedule no longer fits at step 1"):
        lab.replay(lost)


def test_a_later_step_is_told_by_its_number(lab) -> None:
    exploration = lab.explore("""
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def first():
                for _ in range(2):
                    counter.value += 1
            def second():
                for _ in range(2):
                    counter.value = counter.value + 1
            together(first, second)
            return counter.value
    """)
    schedule = next(o.schedule for o in exploration.outcomes if o.preemptions == 2)
    steps = parse(schedule)[2]
    places = [place for _, place, _, _ in steps]
    assert len(set(places)) == 2
    changed = "counter.value = 1 + counter.value"
    lab.path.write_text(lab.path.read_text().replace("counter.value = counter.value + 1", changed))
    number = places.index(next(p for p in places if "second" in p)) + 1
    with pytest.raises(ScheduleError, match=f"no longer fits at step {number}:"):
        lab.replay(schedule)


def test_a_schedule_of_another_program_does_not_fit(lab, lost: str) -> None:
    path = lab.write("def main():\n    return 1\n", "other.py")
    with pytest.raises(ScheduleError, match="no longer fits at step 1"):
        replay_file(path, "main", lost)


def test_models_are_part_of_the_schedule(lab) -> None:
    text = """
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                counter.value = int(counter.value) + 1
            together(add, add)
            return counter.value
    """
    for switching, timeouts, head in (
        ("anywhere", "patient", "1ap"), ("gil", "patient", "1gp"),
        ("anywhere", "adversarial", "1ad"), ("gil", "adversarial", "1gd"),
    ):  # fmt: skip
        exploration = lab.explore(text, switching=switching, timeouts=timeouts)
        assert exploration.values == {1, 2}
        assert {o.schedule.split(",")[0] for o in exploration.outcomes} == {head}


def test_lines_of_the_same_text_are_told_apart_by_function_and_count(lab) -> None:
    exploration = lab.explore(
        """
        class Counter:
            value = 0
        counter = Counter()
        def first():
            counter.value += 1
            counter.value += 1
        def second():
            counter.value += 1
        def main():
            together(first, second)
            return counter.value
    """,
        strategy="dfs",
    )
    assert exploration.values == {1, 2, 3}
    # Each of the three accesses of a thread is told apart: 4 + 2 accesses, all their orders.
    assert (exploration.exhaustive, exploration.executions) == (True, 15)
