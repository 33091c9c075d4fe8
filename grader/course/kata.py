"""One kata on disk: which file is what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.kata_file import KataFile, read_kata_file
from grader.judge.task import Property, Task

if TYPE_CHECKING:
    from grader.course.catalogue import Section


@dataclass(eq=False, frozen=True)
class Kata:
    """One exercise. What kata.toml says is read when it is first asked for.

    Attributes:
        section: the part of the course it belongs to.
        folder: what the learner sees of it.
        number: its place in the section.
        name: its identity.
    """

    section: Section = field(repr=False)
    folder: Path
    number: int
    name: str

    @cached_property
    def about(self) -> KataFile:
        """What kata.toml says; DojoError if it is broken."""
        return read_kata_file(self.metadata)

    @property
    def title(self) -> str:
        return self.about.title

    @property
    def todo(self) -> str:
        return self.about.todo

    @property
    def version(self) -> int:
        return self.about.version

    @property
    def difficulty(self) -> int:
        return self.about.difficulty

    @property
    def topics(self) -> tuple[str, ...]:
        return self.about.topics

    @property
    def hints(self) -> tuple[str, ...]:
        return self.about.hints

    @property
    def properties(self) -> tuple[Property, ...]:
        return self.about.properties

    @property
    def stays(self) -> dict[str, str]:
        """Why a property is kept that kills no wrong submission alone."""
        return self.about.stays

    @property
    def imports(self) -> frozenset[str]:
        return self.about.imports

    @property
    def metadata(self) -> Path:
        return self.folder / "kata.toml"

    @property
    def stub(self) -> Path:
        """The learner's file."""
        return self.folder / f"{self.name}.py"

    @property
    def pristine(self) -> Path:
        """The stub as handed out; written by `dojo course pin`."""
        return self.folder / ".pristine.py"

    @property
    def mistakes(self) -> Path:
        """What is known of its wrong submissions; written by `dojo course mistakes`."""
        return self.folder / ".mistakes.json"

    @property
    def visible(self) -> Path:
        return self.folder / f"test_{self.name}.py"

    @cached_property
    def private(self) -> Path | None:
        """The folder of its solutions; None where they are not at hand."""
        return self.section.course.private_of(self)

    @property
    def own_private(self) -> Path:
        """The folder in this very course where its solutions belong."""
        return self.section.course.solutions / self.section.name / self.folder.name

    @property
    def hidden(self) -> Path | None:
        return self._private_file("test_hidden.py")

    @property
    def cases(self) -> Path | None:
        return self._private_file("cases.json")

    @property
    def reference(self) -> Path | None:
        return self._private_file(f"{self.name}.py")

    @property
    def also(self) -> tuple[Path, ...]:
        """Other right submissions."""
        return tuple(sorted((self.private / "also").glob("*.py"))) if self.private else ()

    @property
    def wrong(self) -> tuple[tuple[str, Path], ...]:
        """The wrong submissions, each with the cause that must be found."""
        paths = sorted((self.private / "wrong").glob("*/*.py")) if self.private else []
        return tuple((path.parent.name, path) for path in paths)

    @property
    def untouched(self) -> bool:
        """Whether the learner's file is still as it was handed out."""
        try:
            return self.stub.read_bytes() == self.pristine.read_bytes()
        except OSError:
            return False

    @property
    def public(self) -> tuple[Path, ...]:
        """The files a learner gets."""
        return (self.stub, self.pristine, self.visible, self.metadata, self.mistakes)

    @property
    def files(self) -> set[Path]:
        """Every file that has a place in this course for this kata."""
        own = self.own_private
        names = (f"{self.name}.py", "test_hidden.py", "cases.json")
        submissions = (*own.glob("also/*.py"), *own.glob("wrong/*/*.py"))
        return {*self.public, *(own / name for name in names), *submissions}

    def task(self) -> Task:
        """Returns what the judge needs to grade a submission of this kata.

        Raises:
            DojoError: kata.toml is broken.
        """
        return Task(
            name=self.name,
            version=self.version,
            properties=self.properties,
            imports=self.imports,
            visible=self.visible,
            hidden=self.hidden,
            cases=self.cases,
            pristine=self.pristine if self.pristine.is_file() else None,
        )

    def _private_file(self, name: str) -> Path | None:
        path = self.private / name if self.private else None
        return path if path and path.is_file() else None
