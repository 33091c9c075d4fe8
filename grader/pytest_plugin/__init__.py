"""The pytest plugin: `pytest exercises/` judges katas; elsewhere it does nothing.

Only a run whose arguments reach a course (a folder with exercises/course.toml)
loads more than this file. The one thing it does everywhere: a test that fails
on an exploration shows how the wrong outcome comes about.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from grader.engine.outcome import Exploration

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
        if (path / "exercises" / "course.toml").is_file():
            yield path
        for folder in (path, *path.parents):
            marker = folder.parent / "exercises" / "course.toml"
            if folder.name in _PARTS and marker.is_file():
                yield folder.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Adds the timeline of the wrong outcome to the failure of a test that used `explore`."""
    exploration = _explored(call) if call.excinfo is not None else None
    if exploration is None:
        return (yield)
    from grader.pytest_plugin import counterexample

    assert call.excinfo is not None
    counterexample.cut_traceback(call.excinfo)
    report = yield
    counterexample.add_timeline(report, exploration)
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


def _explored(call: pytest.CallInfo[None]) -> Exploration | None:
    """Returns the exploration that a test failed on."""
    outcome = sys.modules.get("grader.engine.outcome")
    if outcome is None or call.excinfo is None:
        return None
    from grader.pytest_plugin import counterexample

    return counterexample.exploration_of(call.excinfo)
