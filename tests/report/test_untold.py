"""What is shown of a failure that has no execution to draw: a crash, and what takes too long."""

from __future__ import annotations

from io import StringIO

import pytest

from grader.judge.verdict import PropertyResult
from grader.report.look import open_console
from grader.report.terminal import print_property

CRASH = PropertyResult(
    "no_increment_is_lost",
    "However many threads count, no click is lost.",
    "fail",
    "crash",
    0,
    40,
    "the process ended by signal 11 (SIGSEGV): this code brings the interpreter down",
)
LIMIT = PropertyResult(
    "a_reader_sees_it_grow",
    "Whoever reads sees the number grow.",
    "limit",
    None,
    0,
    20,
    "not finished after 5002 steps",
    seen="300 sampled interleavings",
    outcomes=3,
    wrong_outcomes=1,
    replay="dojo replay counter::a_reader_sees_it_grow:1 1ap",
)


def shown(result: PropertyResult, width: int, *, plain: bool = False, colour: bool = False) -> str:
    with StringIO() as file:
        console = open_console(file, width, plain=plain, colour=colour or None)
        print_property(console, result, plain=plain)
        lines = [line.rstrip() for line in file.getvalue().replace("\x1b", "\\e").splitlines()]
        return "\n".join(lines) + "\n"


EXPECTED = {
    ("crash", "60"): (
        "  ✗ no_increment_is_lost  crash  0 of 40 points\n"
        "    Promised: However many threads count, no click is lost.\n"
        "    But: the process ended by signal 11 (SIGSEGV): this code\n"
        "    brings the interpreter down\n"
    ),
    ("crash", "80"): (
        "  ✗ no_increment_is_lost  crash  0 of 40 points\n"
        "    Promised: However many threads count, no click is lost.\n"
        "    But: the process ended by signal 11 (SIGSEGV): this code brings the\n"
        "    interpreter down\n"
    ),
    ("crash", "120"): (
        "  ✗ no_increment_is_lost  crash  0 of 40 points\n"
        "    Promised: However many threads count, no click is lost.\n"
        "    But: the process ended by signal 11 (SIGSEGV): this code brings the interpreter down\n"
    ),
    ("crash", "plain"): (
        "  FAIL no_increment_is_lost  crash  0 of 40 points\n"
        "    Promised: However many threads count, no click is lost.\n"
        "    But: the process ended by signal 11 (SIGSEGV): this code brings the\n"
        "    interpreter down\n"
    ),
    ("crash", "colour"): (
        "  \\e[1;31m✗\\e[0m\\e[1m no_increment_is_lost\\e[0m\\e[31m  crash\\e[0m\\e[2m  0 of 40 points\\e[0m\n"
        "    Promised: However many threads count, no click is lost.\n"
        "\\e[1m    But: the process ended by signal 11 (SIGSEGV): this code brings the\\e[0m\n"
        "\\e[1m    interpreter down\\e[0m\n"
    ),
    ("limit", "60"): (
        "  ✗ a_reader_sees_it_grow  too long to judge  0 of 20 points\n"
        "    Promised: Whoever reads sees the number grow.\n"
        "    But: not finished after 5002 steps\n"
        "\n"
        "  1 of 3 outcomes is wrong; tried: 300 sampled\n"
        "  interleavings.\n"
        "  See it again:\n"
        "    dojo replay counter::a_reader_sees_it_grow:1 1ap\n"
    ),
    ("limit", "80"): (
        "  ✗ a_reader_sees_it_grow  too long to judge  0 of 20 points\n"
        "    Promised: Whoever reads sees the number grow.\n"
        "    But: not finished after 5002 steps\n"
        "\n"
        "  1 of 3 outcomes is wrong; tried: 300 sampled interleavings.\n"
        "  See it again: dojo replay counter::a_reader_sees_it_grow:1 1ap\n"
    ),
    ("limit", "120"): (
        "  ✗ a_reader_sees_it_grow  too long to judge  0 of 20 points\n"
        "    Promised: Whoever reads sees the number grow.\n"
        "    But: not finished after 5002 steps\n"
        "\n"
        "  1 of 3 outcomes is wrong; tried: 300 sampled interleavings.\n"
        "  See it again: dojo replay counter::a_reader_sees_it_grow:1 1ap\n"
    ),
    ("limit", "plain"): (
        "  FAIL a_reader_sees_it_grow  too long to judge  0 of 20 points\n"
        "    Promised: Whoever reads sees the number grow.\n"
        "    But: not finished after 5002 steps\n"
        "\n"
        "  1 of 3 outcomes is wrong; tried: 300 sampled interleavings.\n"
        "  See it again: dojo replay counter::a_reader_sees_it_grow:1 1ap\n"
    ),
    ("limit", "colour"): (
        "  \\e[1;31m✗\\e[0m\\e[1m a_reader_sees_it_grow\\e[0m\\e[31m  too long to judge\\e[0m\\e[2m  0 of 20 points\\e[0m\n"
        "    Promised: Whoever reads sees the number grow.\n"
        "\\e[1m    But: not finished after 5002 steps\\e[0m\n"
        "\n"
        "  1 of 3 outcomes is wrong; tried: 300 sampled interleavings.\n"
        "  \\e[2mSee it again:\\e[0m \\e[1;36mdojo replay counter::a_reader_sees_it_grow:1 1ap\\e[0m\n"
    ),
}


@pytest.mark.parametrize(("what", "how"), EXPECTED)
def test_it_says_what_happened_and_draws_nothing(what: str, how: str) -> None:
    result = CRASH if what == "crash" else LIMIT
    width = int(how) if how.isdigit() else 80
    told = shown(result, width, plain=how == "plain", colour=how == "colour")
    assert told == EXPECTED[what, how]
