"""What a person sees of an execution, at the widths that terminals have."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from grader.engine.outcome import Step, Timeline
from grader.report.timeline import render_timeline, timeline_text

GOLDEN = Path(__file__).parent / "golden"
EXECUTIONS = ["lost_update", "lock_order", "three_threads", "five_threads"]
MakeStep = Callable[..., Step]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", EXECUTIONS)
def test_timelines_look_as_approved(request: pytest.FixtureRequest, name: str, width: int) -> None:
    text = timeline_text(request.getfixturevalue(name), width) + "\n"
    approved = GOLDEN / f"{name}_{width}.txt"
    if not approved.exists():
        approved.write_text(text, encoding="utf-8")
        pytest.fail(f"{approved.name} did not exist; look at what was written, and keep it")
    assert text == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_wider_than_the_terminal(width: int, lost_update: Timeline) -> None:
    for step in lost_update.steps:
        step.source = "self.总计 = self.总计 + " + "very_long_name_of_a_function(argument) + " * 9
        step.value = "'" + "界" * 300 + "'"
        step.target = "self." + "x" * 200
    lost_update.ending = "returned " + "1" * 300
    for line in timeline_text(lost_update, width).splitlines():
        assert cell_len(line) <= width


def test_each_thread_has_its_own_column(lost_update: Timeline) -> None:
    header, *rest = timeline_text(lost_update, 80).splitlines()
    first, second = header.index("T1"), header.index("T2")
    starts = {len(line) - len(line.lstrip()) for line in rest if "reads self.value" in line}
    assert starts == {first + 2, second + 2}


@pytest.mark.parametrize(("name", "width"), [("three_threads", 60), ("five_threads", 120)])
def test_too_many_columns_become_a_list_with_names(
    request: pytest.FixtureRequest, name: str, width: int
) -> None:
    timeline: Timeline = request.getfixturevalue(name)
    lines = timeline_text(timeline, width).splitlines()
    assert lines[0].startswith("  T1  line 14: self.value += 1")
    assert f"  {timeline.threads[-1][1]}  line 14: self.value += 1" in lines


def test_the_fatal_step_is_marked_where_it_happens(lost_update: Timeline) -> None:
    lines = timeline_text(lost_update, 80).splitlines()
    marked = [line for line in lines if "✗" in line]
    assert [line.split()[:2] for line in marked] == [["✗", "14"], ["✗", "writes"]]


def test_plain_text_needs_neither_drawings_nor_columns(lock_order: Timeline) -> None:
    text = timeline_text(lock_order, 80, plain=True)
    assert text.isascii()
    assert "T2  line 22: with target.lock:" in text
    assert "FAIL waits for b.lock, held by T2 since line 21" in text


def test_set_up_and_tear_down_are_left_out(lost_update: Timeline) -> None:
    text = timeline_text(lost_update, 80)
    assert "… 4 more steps of main" in text
    assert "submission.Counter()" not in text
    assert "main " not in text.splitlines()[0]


def test_what_only_one_thread_touches_is_left_out(lost_update: Timeline, step: MakeStep) -> None:
    lost_update.steps[4:4] = [step("1", 13, "here = 1", "write", "self.seen_by_nobody_else", "1")]
    assert "seen_by_nobody_else" not in timeline_text(lost_update, 80)


def test_calls_on_what_others_use_too_are_shown(step: MakeStep) -> None:
    take, done = "job = jobs.get()", "mine.append(job)"
    steps = [
        step("1", 7, "if jobs.empty():", "call", "jobs.empty()", "False"),
        step("2", 9, take, "call", "jobs.get()", "5", switch="preempted"),
        step("2", 10, done, "call", "mine.append(5)"),
        step("1", 9, take, "call", "jobs.get()", "6", switch="ended"),
        step("1", 9, take, "wait", "jobs.get()", note="waits in jobs.get()", fatal=True),
    ]
    threads = [("0", "main"), ("1", "T1"), ("2", "T2")]
    text = timeline_text(Timeline(threads, steps, "deadlock"), 80)
    assert "calls jobs.empty() → False" in text
    assert "calls jobs.get() → 5" in text
    assert "mine.append" not in text
    assert "→ 6" not in text  # what a call returns is not known before it has waited


def test_a_single_thread_is_told_in_full(step: MakeStep) -> None:
    steps = [
        step("0", 1, "self.value = 0", "write", "self.value", "0"),
        step("0", 2, "return self.value", "read", "self.value", "0", fatal=True),
    ]
    text = timeline_text(Timeline([("0", "main")], steps, "returned 0"), 80)
    assert "writes self.value = 0" in text
    assert "reads self.value → 0" in text


def test_a_long_story_keeps_its_beginning_and_its_end(
    lost_update: Timeline, step: MakeStep
) -> None:
    lost_update.steps[4:4] = [
        step(str(1 + number % 2), 20 + number, "spin", "read", "self.value", str(number))
        for number in range(500)
    ]
    lines = timeline_text(lost_update, 80).splitlines()
    assert len(lines) < 120
    assert any("more steps" in line for line in lines[30:])
    assert "✗ writes self.value = 1" in "\n".join(lines[-6:])


def test_a_long_value_loses_its_middle(lost_update: Timeline) -> None:
    lost_update.steps[4].value = "'start" + "." * 500 + "end'"
    text = timeline_text(lost_update, 120)
    assert "'start..." in text
    assert "...end'" in text


def test_a_learners_text_is_shown_and_never_obeyed(lost_update: Timeline) -> None:
    lost_update.steps[4].source = "x = '[bold]hi[/bold]'  # \x1b[2J\u202e"
    lost_update.steps[4].value = "\x1b]0;title\x07"
    file = io.StringIO()
    console = Console(file=file, width=120, color_system=None)
    console.print(render_timeline(lost_update, 120))
    shown = file.getvalue()
    assert "[bold]hi[/bold]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b]0;title\\x07" in shown


def test_a_file_that_is_not_the_learners_is_named(lost_update: Timeline) -> None:
    lost_update.steps[-2].fatal = True
    text = timeline_text(lost_update, 80)
    assert "return counter.value" in text
    assert "(in test_counter.py)" in text
