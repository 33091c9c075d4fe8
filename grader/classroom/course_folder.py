"""nbgrader's course folder: its configuration, its commands, its gradebook.

The only code that imports nbgrader, and only when a class needs it.
"""

from __future__ import annotations

import glob
import importlib
import logging
import os
import re
import sysconfig
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from grader.course.kata_file import shown
from grader.engine.errors import DojoError

_CONFIG_FILE = "nbgrader_config.py"
_CONFIG = """\
# GIL Dojo grades this course: `dojo classroom grade FOLDER ASSIGNMENT`. nbgrader itself neither
# runs a submission nor scores one, so a plain `nbgrader autograde` leaves the scores as they are.
c = get_config()
c.CourseDirectory.course_id = {course_id!r}
{settings}
"""
_SETTINGS = {
    "Execute": {"enabled": False},  # this and the next one are what --no-execute sets
    "ClearOutput": {"enabled": False},
    "SaveAutoGrades": {"enabled": False},
    "ClearSolutions": {"enabled": False},  # a stub is no solution
}
_LOG = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())


class CourseFolder:
    """One course of nbgrader.

    Args:
        root: where `source`, `release`, `submitted` and the gradebook are.

    Raises:
        DojoError: nbgrader isn't installed, or nbgrader_config.py is broken.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._app = self._load_config()
        directory = nbgrader("nbgrader.coursedir").CourseDirectory
        self._course = directory(parent=self._app, root=str(self.root))

    @classmethod
    def set_up(cls, folder: Path) -> CourseFolder:
        """Opens `folder`; without nbgrader_config.py it gets one.

        Raises:
            DojoError: nbgrader isn't installed, or nbgrader_config.py is broken.
        """
        path = folder / _CONFIG_FILE
        if not path.exists():
            nbgrader("nbgrader")
            folder.mkdir(parents=True, exist_ok=True)
            lines = [
                f"c.{name}.{key} = {value}"
                for name, settings in _SETTINGS.items()
                for key, value in settings.items()
            ]
            course_id = re.sub(r"\W+", "_", folder.resolve().name)
            text = _CONFIG.format(course_id=course_id, settings="\n".join(lines))
            path.write_text(text, encoding="utf-8")
        return cls(folder)

    def notebook(self, step: str, student: str, assignment: str) -> Path:
        """Returns the path of an assignment's notebook in one of nbgrader's steps."""
        directory = getattr(self._course, f"{step}_directory")
        folder = self._course.format_path(directory, student, assignment)
        return Path(folder) / f"{assignment}.ipynb"

    def students(self, assignment: str) -> list[str]:
        """Returns who has a folder for this assignment."""
        directory = self._course.submitted_directory
        pattern = self._course.format_path(directory, "(.+)", re.escape(assignment), escape=True)
        found = glob.glob(self._course.format_path(directory, "*", assignment))
        return sorted(match[1] for path in found if (match := re.fullmatch(pattern, path)))

    def gradebook(self) -> Any:
        """Opens the gradebook; close it by using it as a context manager."""
        with _nbgrader_at_work():
            return nbgrader("nbgrader.api").Gradebook(self._course.db_url, self._course.course_id)

    @contextmanager
    def submitted_in(self, folder: Path) -> Iterator[None]:
        """Lets nbgrader take submissions from `folder`, which lies in this one."""
        usual = self._course.submitted_directory
        self._course.submitted_directory = folder.name
        try:
            yield
        finally:
            self._course.submitted_directory = usual

    def run(self, converter: str, assignment: str, student: str) -> None:
        """Runs one of nbgrader's converters on one student.

        Raises:
            DojoError: it failed; says what nbgrader said.
        """
        self._course.assignment_id = assignment
        self._course.student_id = student
        command = getattr(nbgrader("nbgrader.converters"), converter)
        said = _Said(logging.ERROR)
        _LOG.addHandler(said)
        try:
            with _nbgrader_at_work():
                step = command(coursedir=self._course, parent=self._app)
                step.force = True
                step.start()
        except (Exception, SystemExit) as error:  # nbgrader raises anything, and exits
            why = "; ".join(said.lines) or f"{type(error).__name__}: {error}"
            raise DojoError(f"nbgrader's {converter} failed for {assignment}: {why}") from error
        finally:
            _LOG.removeHandler(said)

    def take_off_late_penalty(self, assignment: str, student: str) -> None:
        """Repeats the step of autograde that needs the scores."""
        step = nbgrader("nbgrader.preprocessors").AssignLatePenalties(parent=self._app)
        about = {"notebook": assignment, "assignment": assignment, "student": student}
        about["db_url"] = self._course.db_url
        step.preprocess(nbgrader("nbformat.v4").new_notebook(), {"nbgrader": about})

    def _load_config(self) -> Any:
        """Returns nbgrader's application as its own commands would configure it here."""
        base = nbgrader("nbgrader.apps.baseapp").NbGrader
        app = base(log=_LOG, raise_config_file_errors=True)
        app.load_cwd_config = False
        load = nbgrader("traitlets.config").Application.load_config_file
        try:
            app.load_config_file()
            load(app, _CONFIG_FILE, path=str(self.root))
        except Exception as error:  # the file is a program
            path = shown(self.root / _CONFIG_FILE)
            raise DojoError(f"nbgrader's configuration is broken: {error}", path) from error
        app.update_config(nbgrader("traitlets.config").Config(_SETTINGS))
        return app


class _Said(logging.Handler):
    """Keeps the last line of everything that nbgrader complains about."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage().strip().rpartition("\n")[2])


@contextmanager
def _nbgrader_at_work() -> Iterator[None]:
    """Lets nbgrader find the programs beside it, and keeps its own code's warnings quiet."""
    usual = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), usual])
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"(nbgrader|nbconvert|nbformat|sqlalchemy)\b")
            yield
    finally:
        os.environ["PATH"] = usual


def nbgrader(module: str) -> Any:
    """Imports a module of nbgrader, or of what comes with it.

    Raises:
        DojoError: nbgrader isn't installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        sentence = "a class needs nbgrader; run: pip install 'gil-dojo[classroom]'"
        raise DojoError(sentence) from error
