"""Where everything lies: with kata.py the only code that knows the layout.

    <root>/exercises/course.toml                       the root's marker
    <root>/exercises/2_race_conditions/README.md       a section's lesson
    <root>/exercises/2_race_conditions/01_counter/     counter.py test_counter.py kata.toml
    <root>/solutions/2_race_conditions/01_counter/     counter.py test_hidden.py cases.json
                                                       also/*.py wrong/<cause>/*.py
    <root>/.dojo/                                      what the learner did so far

A kata is known by its name; the numbers only put katas in order.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grader.course.kata import Kata
from grader.course.kata_file import read_text, read_toml, shown
from grader.engine.errors import DojoError

MARKER = Path("exercises") / "course.toml"
SECTION_FOLDER = re.compile(r"(\d+)_([a-z][a-z0-9_]*)")
KATA_FOLDER = re.compile(r"(\d\d)_([a-z][a-z0-9_]*)")

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(eq=False, frozen=True)
class Course:
    """A course on disk.

    Attributes:
        root: the folder with `exercises/`.
        name: which course this is, the same in every copy of it.
        title: its name for people.
        wrong_at_least: how many wrong submissions a kata needs to be proved.
        also_at_least: how many other right submissions.
    """

    root: Path
    name: str
    title: str
    wrong_at_least: int = 4
    also_at_least: int = 2

    @classmethod
    def find(cls, path: Path | str | None = None) -> Course:
        """Returns the course that `path` (the current folder by default) lies in.

        Outside of any course this is the one that the `dojo` command came with.

        Raises:
            DojoError: its course.toml is broken, or there is no course at all.
        """
        start = Path.cwd() if path is None else Path(path).resolve()
        for folder in (start, *start.parents):
            if (folder / MARKER).is_file():
                return cls.at(folder)
        return cls.home()

    @classmethod
    def home(cls) -> Course:
        """Returns the course that the `dojo` command came with: the checkout or the installed one.

        Raises:
            DojoError: there is none.
        """
        package = _PACKAGE
        for folder in (package.parent, package / "_course"):
            if (folder / MARKER).is_file():
                return cls.at(folder)
        raise DojoError("no course here; go to a folder with exercises/course.toml")

    @classmethod
    def at(cls, root: Path) -> Course:
        """Returns the course whose root is exactly `root`.

        Raises:
            DojoError: its course.toml is missing or broken.
        """
        path = root / MARKER
        data, _ = read_toml(path)
        for key in ("name", "title"):
            if not isinstance(data.get(key), str) or not data[key].strip():
                raise DojoError(f"`{key}` is missing; add it as text in quotes", shown(path), 1)
        proof = data.get("proof", {})
        numbers = {"wrong_at_least": 4, "also_at_least": 2}
        for key, usual in numbers.items():
            value = proof.get(key, usual) if isinstance(proof, dict) else None
            if type(value) is not int or value < 0:
                raise DojoError(f"`proof.{key}` must be a number from 0", shown(path), 1)
            numbers[key] = value
        return cls(root.resolve(), data["name"], data["title"], **numbers)

    @property
    def exercises(self) -> Path:
        return self.root / "exercises"

    @property
    def solutions(self) -> Path:
        """The private half; in a learner's folder it does not exist."""
        return self.root / "solutions"

    @property
    def matrix(self) -> Path:
        """The kill matrix as the last full check wrote it; a course need not have one."""
        return self.root / "docs" / "kill_matrix.json"

    @property
    def readme(self) -> Path:
        return self.root / "README.md"

    @property
    def state(self) -> Path:
        """The folder for what the learner did so far."""
        return self.root / ".dojo"

    @property
    def installed(self) -> bool:
        """Whether this is the read-only copy inside the installed package."""
        return self.root == _PACKAGE / "_course"

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        found = [
            Section(self, folder, int(match[1]))
            for folder in self.exercises.iterdir()
            if folder.is_dir() and (match := SECTION_FOLDER.fullmatch(folder.name))
        ]
        return tuple(sorted(found, key=lambda section: (section.number, section.name)))

    @cached_property
    def katas(self) -> tuple[Kata, ...]:
        """All katas in the order of the course.

        Raises:
            DojoError: two katas have the same name.
        """
        found: dict[str, Kata] = {}
        for kata in (kata for section in self.sections for kata in section.katas):
            if kata.name in found:
                other = shown(found[kata.name].folder)
                sentence = f"a second kata is called `{kata.name}` ({other}); rename one"
                raise DojoError(sentence, shown(kata.folder))
            found[kata.name] = kata
        return tuple(found.values())

    def kata(self, name: str) -> Kata:
        """Returns the kata called `name`: its name, or the path of its folder or of a file in it.

        Raises:
            DojoError: there is none; names the nearest.
        """
        for kata in self.katas:
            if kata.name == name:
                return kata
        path = Path(name).resolve()
        if path.exists() and path != self.root:
            for kata in self.katas:
                if path == kata.folder or kata.folder in path.parents:
                    return kata
        names = [kata.name for kata in self.katas]
        near = difflib.get_close_matches(name, names, 1, 0.5) or [n for n in names if name in n]
        advice = f"did you mean `{near[0]}`?" if near else "`dojo list` shows all katas"
        raise DojoError(f"no kata is called `{name}`; {advice}")

    def private_of(self, kata: Kata) -> Path | None:
        """Returns the folder of a kata's solutions, None if they are not at hand.

        A learner's folder has none; there, those of the clone that `dojo` runs from serve, if
        they are for the same version of the kata. An installed wheel has none to lend.
        """
        own = self.solutions / kata.section.name / kata.folder.name
        if own.is_dir():
            return own
        if self.solutions.is_dir():
            return None
        home = self._home
        twins = [twin for twin in home.katas if twin.name == kata.name] if home else []
        return twins[0].private if twins and twins[0].version == kata.version else None

    @cached_property
    def _home(self) -> Course | None:
        try:
            home = Course.home()
        except DojoError:
            return None
        return home if home.name == self.name and home.root != self.root else None

    def unexpected(self) -> list[Path]:
        """Returns the files that have no place in the layout, in order."""
        expected = {self.root / MARKER}
        for section in self.sections:
            expected.add(section.lesson)
            for kata in section.katas:
                expected |= kata.files
        found = [*_files(self.exercises), *_files(self.solutions)]
        return [path for path in found if path not in expected and path.suffix != ".bak"]


@dataclass(eq=False, frozen=True)
class Section:
    """One part of the course: a folder such as `2_race_conditions`."""

    course: Course = field(repr=False)
    folder: Path
    number: int

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def lesson(self) -> Path:
        return self.folder / "README.md"

    @cached_property
    def title(self) -> str:
        """The first heading of the lesson without its number, else the folder's name in words."""
        if self.lesson.is_file():
            for line in read_text(self.lesson).splitlines():
                if line.startswith("# "):
                    return re.sub(r"^\d+\W+", "", line[2:].strip())
        return self.name.partition("_")[2].replace("_", " ").capitalize()

    @cached_property
    def katas(self) -> tuple[Kata, ...]:
        found = [
            Kata(self, folder, int(match[1]), match[2])
            for folder in self.folder.iterdir()
            if folder.is_dir() and (match := KATA_FOLDER.fullmatch(folder.name))
        ]
        return tuple(sorted(found, key=lambda kata: (kata.number, kata.name)))


def _files(folder: Path) -> list[Path]:
    """Returns the files below `folder`, without what tools leave behind."""
    found: list[Path] = []
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                left_behind = path.name == "__pycache__" or path.name.startswith(".")
                found += [] if left_behind else _files(path)
            else:
                found.append(path)
    return found
