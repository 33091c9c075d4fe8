"""What `pytest exercises/` shows instead of pytest's own report."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from grader.course.advice import advice_for
from grader.course.at_hand import left_out
from grader.course.kata import Kata
from grader.pytest_plugin.collection import todo
from grader.pytest_plugin.defects import told
from grader.pytest_plugin.tally import REPORTED, Findings, Tally
from grader.report.look import count, open_console, printable, signs_of
from grader.report.terminal import (
    print_advice,
    print_command,
    print_note,
    print_paragraph,
    print_property,
    progress_line,
)

TODO_LINES = 8  # untouched katas that have a line each, if nobody asks for more with -v
_STATES = ("failed", "passed", "skipped", "deselected", "error")
_NO_SUMMARY = (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR)


class CourseReporter:
    """Stands in for pytest's terminal reporter where all arguments lie in a course.

    What other plugins ask of a terminal reporter, the standard one answers;
    only its own hooks are gone.

    Args:
        standard: pytest's terminal reporter.
        config: the run's configuration.
        tally: what the run has found out so far.
    """

    def __init__(self, standard: Any, config: pytest.Config, tally: Tally) -> None:
        self._standard = standard
        self._config = config
        self._tally = tally
        colour = bool(standard.hasmarkup)
        self._console = open_console(standard._tw._file, colour=colour)
        self._signs = signs_of(self._console)
        self._verbosity: int = config.option.verbose
        self._expected: dict[Path, set[str]] = defaultdict(set)
        self._arrived: dict[Path, set[str]] = defaultdict(set)
        self._printed: set[Path] = set()
        self._start = time.perf_counter()
        self._untouched = 0
        self._transient = False
        self._interrupted = False
        self._after_panel = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._standard, name)

    # pytest's hooks, in the order of a run

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        self._start = time.perf_counter()
        dist = self._config.pluginmanager.get_plugin("dsession")
        if dist is not None:
            dist.terminal = dist.trdist.tr = _Silent(self._standard)

    def pytest_deselected(self, items: Iterable[pytest.Item]) -> None:
        self._count("deselected", *items)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._count("error", report)
            self._say(Text().append(f"{self._signs.failed} ", "bold red"), report.longreprtext)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self._expect(item.nodeid for item in session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        self._expect(ids)

    def pytest_runtest_logstart(self, nodeid: str, location: tuple[str, int | None, str]) -> None:
        kata = self._kata_of(nodeid)
        if kata and not kata.untouched and self._console.is_terminal and self._verbosity >= 0:
            name = nodeid.rpartition("::test_")[2]
            self._show_transient(f"  {kata.name}: {name} {self._signs.dots}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        category = self._config.hook.pytest_report_teststatus(report=report, config=self._config)[0]
        self._count(category, report)
        kata = self._kata_of(report.nodeid)
        if kata is None or not hasattr(report, REPORTED):
            if report.failed:
                self._say(Text(f"{report.nodeid}\n", "bold red"), report.longreprtext)
            return
        self._arrived[kata.folder].add(report.nodeid)
        if self._arrived[kata.folder] >= self._expected[kata.folder]:
            self._print_kata(kata)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        stopped_by_pytest = isinstance(excinfo.value, pytest.Session.Interrupted)
        self._interrupted = not stopped_by_pytest

    def pytest_internalerror(self, excrepr: Any) -> None:
        self._standard.pytest_internalerror(excrepr)

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(
        self, session: pytest.Session, exitstatus: int | pytest.ExitCode
    ) -> Generator[None, object, object]:
        result = yield
        with told():
            self._clear_transient()
            for found in self._tally.findings.values():
                if found.kata.folder not in self._printed:
                    self._print_kata(found.kata)
            if exitstatus not in _NO_SUMMARY:
                self._print_summary(session, exitstatus)
        if exitstatus not in _NO_SUMMARY:
            self._config.hook.pytest_terminal_summary(
                terminalreporter=self, exitstatus=exitstatus, config=self._config
            )
        return result

    # one kata

    def _print_kata(self, kata: Kata) -> None:
        self._clear_transient()
        self._printed.add(kata.folder)
        found = self._tally.findings[kata.folder]
        if self._verbosity <= -2:
            return
        if self._after_panel:
            self._console.print()
            self._after_panel = False
        if found.untouched:
            self._untouched += 1
            if self._untouched <= TODO_LINES or self._verbosity > 0:
                self._console.print(Text(todo(kata), "yellow"))
            return
        self._console.print(self._kata_line(found))
        for trouble in found.troubles:
            self._say(Text("  "), trouble)
        if self._verbosity < 0:
            return
        grade = found.grade()
        for note in filter(None, (*grade.notes, left_out(found.kata))):
            print_note(self._console, note)
        first = next((one for one in grade.properties if one.verdict == "fail"), None)
        for result in grade.properties:
            failed = result.verdict != "pass"
            if failed or self._after_panel:
                self._console.print()
            self._after_panel = failed
            print_property(self._console, result, verbose=self._verbosity > 0)
            if result is first and (advice := advice_for(kata, grade, kata.stub)):
                print_advice(self._console, advice)

    def _kata_line(self, found: Findings) -> Text:
        results = list(found.results.values())
        kept = sum(result.verdict == "pass" for result in results)
        passed = bool(results) and kept == len(results) and not found.troubles
        sign = Text(self._signs.passed, "bold green") if passed else None
        line = Text().append_text(sign or Text(self._signs.failed, "bold red"))
        asked = len(self._expected[found.kata.folder])
        line.append(f" {found.kata.name}", "bold")
        return line.append(f"  {kept} of {count(asked, 'property', 'properties')}", "dim")

    # the end

    def _print_summary(self, session: pytest.Session, exitstatus: int) -> None:
        more = self._untouched - TODO_LINES
        if more > 0 and self._verbosity == 0:
            text = f"TODO {count(more, 'more kata')}; `dojo list` shows them all"
            self._console.print(Text(text, "yellow"))
        if self._interrupted:
            self._console.print(Text("Stopped by you.", "yellow"))
        elif session.shouldfail and self._verbosity >= 0:
            failed = count(len(self._standard.stats.get("failed", ())), "failure")
            self._console.print(Text(f"Stopped after {failed}; the rest was not tried.", "yellow"))
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            text = "No kata matches; `dojo list` shows them all."
            self._console.print(Text(text, "yellow"))
        if self._verbosity >= 0 and not self._standard.stats.get("error"):
            for course in self._tally.courses:
                self._print_progress(course.katas)
        self._console.print(self._counts())

    def _print_progress(self, katas: tuple[Kata, ...]) -> None:
        passed = {kata.name for kata in katas if self._tally.passed(kata)}
        self._console.print()
        self._console.print(progress_line(len(passed), len(katas), self._signs))
        unsolved = [kata for kata in katas if kata.name not in passed]
        begun = [kata for kata in unsolved if self._tally.begun(kata)]
        following = next(iter(begun or unsolved), None)
        if following is None:
            self._console.print(Text("All katas pass.", "bold green"))
        else:
            print_paragraph(
                self._console, f"Next: {following.name}, {following.todo}", "bold", indent=""
            )
            path = os.path.relpath(following.folder, self._config.invocation_params.dir)
            print_command(self._console, "open ", os.path.join(path, following.stub.name))
            print_command(self._console, "try  ", f"pytest {path}")
            print_command(self._console, "stuck", f"dojo hint {following.name}")
        self._console.print()

    def _counts(self) -> Text:
        stats = self._standard.stats
        numbers = {state: len(stats.get(state, ())) for state in _STATES}
        words = [f"{number} {state}" for state, number in numbers.items() if number]
        seconds = time.perf_counter() - self._start
        style = "red" if numbers["failed"] or numbers["error"] else "green"
        return Text(f"{', '.join(words) or 'no tests ran'} in {seconds:.2f}s", style)

    # the screen

    def _count(self, category: str, *what: object) -> None:
        self._standard.stats.setdefault(category, []).extend(what)

    def _expect(self, nodeids: Iterable[str]) -> None:
        for nodeid in nodeids:
            kata = self._kata_of(nodeid)
            if kata is not None:
                self._expected[kata.folder].add(nodeid)

    def _kata_of(self, nodeid: str) -> Kata | None:
        return self._tally.kata_at(self._config.rootpath / nodeid.partition("::")[0])

    def _say(self, start: Text, text: str) -> None:
        self._clear_transient()
        lines = "\n".join(printable(line) for line in text.splitlines())
        self._console.print(start.append(lines), soft_wrap=True)

    def _show_transient(self, text: str) -> None:
        self._clear_transient()
        self._console.file.write(text[: self._console.width - 1])
        self._console.file.flush()
        self._transient = True

    def _clear_transient(self) -> None:
        if self._transient:
            self._console.file.write("\r\x1b[2K")
            self._transient = False


class _Silent:
    """Takes what pytest-xdist would write about its workers; a worker's death is still told."""

    def __init__(self, standard: Any) -> None:
        self._standard = standard

    def __getattr__(self, name: str) -> Any:
        return getattr(self._standard, name)

    def rewrite(self, line: str, **markup: bool) -> None:
        pass

    def write_line(self, line: str, **markup: bool) -> None:
        if "node down" in line:
            self._standard.write_line(line, **markup)
