"""The page of what is simulated is true today."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from grader.engine import Program, Source
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.world.library import COPIED, OURS
from grader.report.simulated import page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_code_says() -> None:
    assert (DOCS / "simulated.md").read_text("utf-8") == page()


def test_a_program_gets_the_modules_that_the_page_names() -> None:
    program = Program((Source("program", "program.py", "def main(): pass"),), ("program", "main"))
    with closing(Runner(program, "anywhere", "patient", MAX_STEPS)) as runner:
        assert runner.library.modules.keys() == {*OURS, *COPIED}
