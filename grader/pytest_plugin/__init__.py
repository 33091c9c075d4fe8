"""The pytest plugin: `pytest exercises/` judges katas; elsewhere it does nothing.

Only a run whose arguments reach a course (a folder with exercises/course.toml)
loads more than this file. The one thing it does everywhere: a test that fails
in `explore` shows how the wrong outcome comes about, and no frame of ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

_PARTS = ("exercises", "solutions")


def pytest_load_initial_conftests(
    early_config: pytest.Config, parser: pytest.Parser, args: list[str]
) -> None:
    """Turns the plugin on where an argument reaches a course."""
    roots = dict.fromkeys(course_roots(early_config))
    if roots:
        from grader.pytest_plugin.session import CourseSession

        plugin = CourseSession(list(roots))
        early_config.pluginmanager.register(plugin, "gil_dojo_course")


def course_roots(config: pytest.Config) -> Iterator[Path]:
    """Yields the root of each course that the arguments of a run lie in, or that lies in them."""
    start = config.invocation_params.dir
    named = getattr(config.known_args_namespace, "file_or_dir", None) or []
    for name in named or config.getini("testpaths") or ["."]:
        path = (start / str(name).partition("::")[0]).resolve()
        if os.path.isfile(path / "exercises" / "course.toml"):
            yield path
        for folder in (path, *path.parents):
            marker = folder.parent / "exercises" / "course.toml"
            if folder.name in _PARTS and os.path.isfile(marker):
                yield folder.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Adds what a person wants to know to the failure of a test that used `explore`."""
    if call.excinfo is None or "grader.judge.own_code" not in sys.modules:
        return (yield)
    from grader.judge.defect import traceback_wanted
    from grader.pytest_plugin import counterexample

    exploration = counterexample.exploration_of(call.excinfo)
    refused = isinstance(item, pytest.Function) and counterexample.refused(call.excinfo)
    if exploration is None and not refused:
        return (yield)
    if not traceback_wanted():
        counterexample.cut_traceback(call.excinfo)
    report = yield
    if exploration is not None:
        counterexample.add_timeline(report, exploration)
    elif refused:
        counterexample.add_apology(report, call.excinfo.value)
    return report


def pytest_assertrepr_compare(
    config: pytest.Config, op: str, left: object, right: object
) -> list[str] | None:
    """Says which outcomes were wrong where the values of an exploration were compared."""
    outcome = sys.modules.get("grader.engine.outcome")
    if outcome is None or not isinstance(left, outcome.Values):
        return None
    from grader.pytest_plugin import counterexample

    return counterexample.compared(op, left, right)
