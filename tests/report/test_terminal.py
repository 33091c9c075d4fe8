"""What a person reads about a grade, an exploration, a proof."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from grader.course.catalogue import Course
from grader.course.kill_matrix import CourseProof, Judged, KataProof
from grader.course.progress import Progress
from grader.course.rules import Finding
from grader.engine.outcome import Exploration, Outcome, Step, Timeline
from grader.judge.verdict import Grade, PropertyResult
from grader.report.exploration import print_exploration, print_outcome
from grader.report.look import WORDS, open_console
from grader.report.proof import print_proof
from grader.report.terminal import (
    asked_text,
    print_grade,
    print_katas,
    print_property,
    progress_line,
)

STEP = Step("0", "main", "stock.py", 3, "take", "self.left = left", "write", "self.left", "1")
REPLAY = "dojo replay exercises/2_race_conditions/01_counter/counter.py::increments v1:" + "1" * 90


def console(width: int = 80) -> Console:
    return open_console(io.StringIO(), width, plain=True)


def text_on(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.fixture
def race(lost_update: Timeline) -> PropertyResult:
    return PropertyResult(
        name="no_increment_is_lost",
        promise="Every increment() counts, however the threads take turns.",
        verdict="fail",
        cause="race",
        points=0,
        max=60,
        message="Two increments, but the value is 1.",
        schedule="v1:1",
        timeline=lost_update,
        seen="all 6 interleavings",
        outcomes=2,
        wrong_outcomes=1,
        only_gil=True,
        replay=REPLAY,
    )


@pytest.fixture
def kept() -> PropertyResult:
    seen = "2,000 sampled interleavings"
    return PropertyResult("starts_at_zero", "It is 0.", "pass", None, 40, 40, seen=seen)


def test_a_failing_property_tells_the_whole_story(race: PropertyResult) -> None:
    screen = console()
    print_property(screen, race)
    text = text_on(screen)
    parts = [
        "Promised: Every increment() counts, however the threads take turns.",
        "But: Two increments, but the value is 1.",
        "✗ writes self.value = 1",
        "1 of 2 outcomes is wrong; tried: all 6 interleavings.",
        "Safe only thanks to the GIL",
        "See it again:",
        REPLAY,
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_without_a_race_it_tells_how_the_submission_was_called(race: PropertyResult) -> None:
    steps = [replace(STEP, switch="ended")]
    calls = [("0", "Stock(3)"), ("1", "Stock.take('tea', 2)"), ("0", "Stock.left()")]
    asked = Timeline([("0", "main"), ("1", "T1")], steps, "", [], calls)
    screen = console()
    print_property(screen, replace(race, timeline=asked))
    assert text_on(screen).splitlines()[2:5] == [
        "    Called: Stock(3), Stock.take('tea', 2) in T1, Stock.left()",
        "    But: Two increments, but the value is 1.",
        "",
    ]
    many = replace(asked, asked=calls * 3)
    assert asked_text(many).endswith("Stock.left(), and 3 more")
    preempted = replace(asked, steps=[replace(STEP, switch="preempted")])
    nothing_handed = replace(asked, asked=[("0", "Stock()"), ("1", "Stock.left()")])
    assert asked_text(preempted) == asked_text(nothing_handed) == ""


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_replay_command_is_never_broken_over_lines(race: PropertyResult, width: int) -> None:
    screen = console(width)
    print_property(screen, race)
    assert REPLAY in [line.strip() for line in text_on(screen).splitlines()]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_all_else_fits_the_width(race: PropertyResult, width: int) -> None:
    screen = console(width)
    print_property(screen, replace(race, replay=None))
    assert max(map(len, text_on(screen).splitlines())) <= width


def test_a_property_that_is_not_thanks_to_the_gil_does_not_speak_of_it(
    race: PropertyResult,
) -> None:
    screen = console()
    print_property(screen, replace(race, only_gil=False))
    assert "GIL" not in text_on(screen)


def test_a_pass_is_one_line_that_says_what_was_seen(kept: PropertyResult) -> None:
    screen = console()
    print_property(screen, kept)
    assert text_on(screen).splitlines() == ["  ✓ starts_at_zero  2,000 sampled interleavings"]


@pytest.mark.parametrize("verdict", ["limit", "rejected", "suspect", "infra"])
def test_every_verdict_that_is_no_pass_says_why(race: PropertyResult, verdict: str) -> None:
    screen = console()
    why = "The sentence that explains it."
    result = replace(race, verdict=verdict, cause=None, timeline=None, message=why, outcomes=0)
    print_property(screen, result)
    assert why in text_on(screen)
    assert "✓" not in text_on(screen)


def test_a_grade_shows_points_and_each_property(race: PropertyResult, kept: PropertyResult) -> None:
    screen = console()
    print_grade(screen, Grade.of("counter", 1, [kept, race], ""))
    text = text_on(screen)
    assert text.startswith("✗ counter  40 of 100 points\n")
    assert "✓ starts_at_zero" in text
    assert "✗ no_increment_is_lost" in text


def test_the_same_steps_are_shown_once(race: PropertyResult, lock_order: Timeline) -> None:
    screen = console()
    other = replace(race, name="another", timeline=lock_order)
    again = replace(race, name="again")
    print_grade(screen, Grade.of("counter", 1, [race, other, again], ""))
    text = text_on(screen)
    assert text.count("✗ writes self.value = 1") == 1
    assert text.count("These are the steps that are shown above.") == 1
    assert text.index("again") < text.index("These are the steps that are shown above.")
    assert text.count("See it again:") == 3


def test_colours_and_drawings_are_for_terminals_only(race: PropertyResult) -> None:
    screen = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard")
    print_property(screen, race)
    assert "\x1b[" in text_on(screen)
    assert "│" in text_on(screen)
    screen = console()
    print_property(screen, race)
    assert "\x1b[" not in text_on(screen)
    assert "│" not in text_on(screen)


def test_an_encoding_without_our_signs_gets_words(race: PropertyResult) -> None:
    written = io.BytesIO()
    file = io.TextIOWrapper(written, encoding="ascii", newline="")
    print_property(open_console(file, 80), race)
    file.flush()
    assert b"FAIL no_increment_is_lost" in written.getvalue()


@pytest.mark.parametrize(
    ("done", "bar"), [(0, "...."), (1, "...."), (3, "#..."), (7, "###."), (8, "####")]
)
def test_the_bar_is_full_only_when_everything_is_done(done: int, bar: str) -> None:
    assert progress_line(done, 8, WORDS, 4).plain == f"{bar}  {done} of 8 katas"


def test_an_exploration_shows_outcomes_then_the_first_bad_one(
    lost_update: Timeline, lock_order: Timeline
) -> None:
    right = Outcome("returned", 2, schedule="v1:0", steps=9)
    stuck = Outcome("deadlock", schedule="v1:2", preemptions=2, timeline=lock_order)
    lost = Outcome(
        "raised",
        exception="ValueError",
        message="no",
        schedule="v1:1",
        preemptions=1,
        timeline=lost_update,
        unhandled=("T1: ValueError: no",),
    )
    screen = console()
    print_exploration(screen, Exploration((stuck, lost, right), False, 2000), "a.py::race")
    text = text_on(screen)
    assert "3 outcomes in 2,000 sampled interleavings" in text
    assert "✓  returned 2" in text
    assert "✗  deadlock" in text
    assert "nobody caught: T1: ValueError: no" in text
    assert "writes self.value = 1" in text
    assert "waits for b.lock" not in text
    assert "dojo replay a.py::race v1:1" in text
    assert "dojo replay a.py::race v1:2" in text


def test_of_several_values_the_one_that_needs_a_preemption_is_shown(lost_update: Timeline) -> None:
    right = Outcome("returned", 2, schedule="v1:0")
    lost = Outcome("returned", 1, schedule="v1:1", preemptions=1, timeline=lost_update)
    screen = console()
    print_exploration(screen, Exploration((lost, right), True, 6), "a.py::race")
    assert "writes self.value = 1" in text_on(screen)
    assert "✗  returned" not in text_on(screen)


def test_a_single_value_needs_no_timeline() -> None:
    screen = console()
    print_exploration(screen, Exploration((Outcome("returned", 2),), True, 20), "a.py::fine")
    assert "all 20 interleavings" in text_on(screen)
    assert "Ending" not in text_on(screen)


def test_a_replay_command_survives_the_shell(lost_update: Timeline) -> None:
    lost = Outcome("deadlock", schedule="v1;rm -rf $HOME", timeline=lost_update)
    screen = console()
    print_exploration(screen, Exploration((lost,), True, 6), "my file.py::race")
    assert "dojo replay 'my file.py::race' 'v1;rm -rf $HOME'" in text_on(screen)


def test_a_replay_shows_the_timeline(lock_order: Timeline) -> None:
    stuck = Outcome("deadlock", schedule="v1:2", preemptions=2, timeline=lock_order)
    screen = console()
    print_outcome(screen, stuck, "a.py::race")
    assert "waits for b.lock, held by T2" in text_on(screen)
    assert "2 preemptions" in text_on(screen)


def proof_of(*names: str) -> CourseProof:
    def wrong(name: str, killers: dict[str, str]) -> Judged:
        says = f"It is {name}."
        return Judged("wrong", f"w/{name}.py", name, "race", "fail", "race", 0, killers, says)

    kills = {"is_safe": "race", "is_fast": "limit"}, {"is_safe": "deadlock"}, {}
    matrix = [wrong(name, killers) for name, killers in zip(names, kills, strict=True)]
    reference = Judged("reference", "r.py", "counter", None, "pass", None, 100, {}, "")
    properties = (("is_safe", 90), ("is_fast", 10))
    judged = (reference, *matrix)
    kata = KataProof("counter", "1_first", "A counter", 1, "", properties, judged, ())
    finding = Finding("counter", "w/sneaky.py", None, "this is wrong, yet no hidden test kills it")
    return CourseProof("toy", (kata,), (finding,), ())


def test_a_proof_shows_who_kills_whom() -> None:
    screen = console()
    print_proof(screen, proof_of("no_lock", "stuck", "sneaky"))
    assert text_on(screen) == (
        "Killed for: w wrong, r race, d deadlock, l livelock, c crash, ! no cause\n"
        "\n"
        "counter  version 1\n"
        "  reference  counter passes\n"
        "  1  is_safe  90\n"
        "  2  is_fast  10\n"
        "  1 2  wrong/\n"
        "  r !  race/no_lock\n"
        "  d ·  race/stuck\n"
        "  · ·  race/sneaky\n"
        "\n"
        "✗ w/sneaky.py: this is wrong, yet no hidden test kills it\n"
        "✗ not proved: 1 finding in 1 kata\n"
    )


def test_no_name_in_a_proof_is_broken() -> None:
    long = "_".join(["a_very_long_mistake"] * 8)
    screen = console(40)
    print_proof(screen, proof_of("no_lock", "stuck", long))
    assert f"  · ·  race/{long}\n" in text_on(screen)


def test_the_list_of_katas_shows_how_far_one_is(tmp_path: Path) -> None:
    folder = tmp_path / "exercises" / "1_first" / "01_tally"
    folder.mkdir(parents=True)
    (tmp_path / "exercises" / "course.toml").write_text('name = "toy"\ntitle = "Toy"\n')
    (folder / "tally.py").write_text("solved = True\n")
    (folder / "kata.toml").write_text(
        'title = "A tally"\ntodo = "make add() safe"\nversion = 1\ndifficulty = 1\n'
        'topics = []\nimports = []\nhints = ["a", "b", "c"]\n'
        '[[properties]]\nname = "safe"\npromise = "It is."\npoints = 1\n'
    )
    course = Course.at(tmp_path)
    screen = console()
    print_katas(screen, course)
    assert "0 of 1 kata" in text_on(screen)
    result = PropertyResult("safe", "It is.", "pass", None, 1, 1)
    Progress(course).record(course.kata("tally"), Grade.of("tally", 1, [result], ""))
    screen = console()
    print_katas(screen, course)
    assert "✓ tally" in text_on(screen)
    assert "1 of 1 kata" in text_on(screen)
