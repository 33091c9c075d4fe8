"""A pytest run that reaches a course: which files are katas, what each kata came to."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from grader.course.catalogue import Course
from grader.engine.errors import DojoError
from grader.pytest_plugin.collection import (
    DEFECT,
    RESULT,
    KataFile,
    PropertyItem,
    UntouchedStubError,
)
from grader.pytest_plugin.defects import end, told
from grader.pytest_plugin.guard import set_timer
from grader.pytest_plugin.judging import FRESH
from grader.pytest_plugin.reporter import CourseReporter
from grader.pytest_plugin.tally import REPORTED, Tally


class CourseSession:
    """The plugin itself, registered only where the arguments of a run reach a course."""

    def __init__(self, roots: list[Path]) -> None:
        self._roots = roots
        self._tally: Tally | None = None

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        parser.getgroup("dojo", "GIL Dojo").addoption(
            "--fresh",
            type=int,
            default=0,
            metavar="N",
            help="also try N freshly drawn cases per property; they may add a finding",
        )

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        try:
            self._tally = Tally([Course.at(root) for root in self._roots])
        except DojoError as error:
            raise pytest.UsageError(str(error)) from None
        config.stash[FRESH] = config.getoption("fresh")
        standard = config.pluginmanager.get_plugin("terminalreporter")
        if standard and not config.option.collectonly and self._owns_all(config):
            reporter = CourseReporter(standard, config, self._tally)
            config.pluginmanager.unregister(standard)
            config.pluginmanager.register(reporter, "terminalreporter")

    def _owns_all(self, config: pytest.Config) -> bool:
        exercises = [root / "exercises" for root in self._roots]
        paths = [
            (config.invocation_params.dir / argument.partition("::")[0]).resolve()
            for argument in config.args
        ]
        return all(any(path.is_relative_to(folder) for folder in exercises) for path in paths)

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[Any], list[Any]]:
        others = yield
        assert self._tally is not None
        path = file_path.resolve()
        if any(path.is_relative_to(root / "solutions") for root in self._roots):
            return []  # hidden suites and submissions are for the judge
        kata = self._tally.kata_at(path)
        if kata is None:
            return others
        asked_for = parent.session.isinitpath(file_path)
        if file_path.name == kata.visible.name or asked_for:
            return [KataFile.of(parent, kata, file_path)]
        return []

    @pytest.hookimpl(optionalhook=True)
    def pytest_timeout_set_timer(self, item: pytest.Item, settings: Any) -> bool | None:
        return set_timer(item, settings.timeout) if isinstance(item, PropertyItem) else None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Lets the result of a property travel with the report, also between processes."""
        report = yield
        if isinstance(item, PropertyItem) and (report.when == "call" or report.failed):
            result = item.stash.get(RESULT, None)
            data = {
                "kata": str(item.kata.folder),
                "property": item.asked.name,
                "untouched": call.excinfo is not None
                and call.excinfo.errisinstance(UntouchedStubError),
                "result": None if result is None else result.to_json(),
                "defect": item.stash.get(DEFECT, False),
            }
            setattr(report, REPORTED, data)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        assert self._tally is not None
        self._tally.add(report)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        assert self._tally is not None
        if hasattr(session.config, "workerinput"):
            return
        with told():
            self._tally.record()
        if self._tally.defect or session.config.stash.get(DEFECT, False):
            session.exitstatus = pytest.ExitCode.INTERNAL_ERROR

    @pytest.hookimpl(tryfirst=True)
    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Says in one sentence what pytest would show by a traceback, if it is ours."""
        end(excinfo.value)
