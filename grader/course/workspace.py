"""A learner's own folder of exercises: made, brought up to date, put back; nothing gets lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grader.course.catalogue import MARKER, Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.course.pack import digest, handout, remember, write
from grader.engine.errors import DojoError

README = """\
# {title}

Every folder in `exercises/` is one kata: `name.py` is yours to mend, `test_name.py` shows how it
is judged, and the README above it is the lesson.

    dojo                what to do next
    dojo list           all katas, and how far you are
    dojo check NAME     judge your work; shows the interleaving that breaks it
    dojo hint NAME      a nudge; ask again for more
    dojo reset NAME     start over; your work is kept beside it
    dojo update         bring new katas in; what you wrote stays

`pytest exercises/` works as well.
"""


@dataclass(frozen=True)
class Update:
    """What an update did; paths are below the learner's folder.

    Attributes:
        added: files that are new.
        replaced: files that the learner had not changed.
        kept: stubs that the learner has changed, left as they are.
        saved: copies made of other changed files before they were replaced.
        moved: folders that the course has renumbered: from, to.
    """

    added: tuple[Path, ...]
    replaced: tuple[Path, ...]
    kept: tuple[Path, ...]
    saved: tuple[Path, ...]
    moved: tuple[tuple[Path, Path], ...]


def init(source: Course, folder: Path) -> Course:
    """Makes a learner's folder of exercises; overwrites nothing.

    Raises:
        DojoError: a file that would be written is there already; then nothing is written.
    """
    if (folder / MARKER).exists():
        sentence = "there is a course here already; `dojo update` brings new katas in"
        raise DojoError(sentence, shown(folder))
    if folder.exists() and not folder.is_dir():
        raise DojoError("this is a file; name a folder", shown(folder))
    handed_out = dict(handout(source, source.katas))
    readme = README.format(title=source.title).encode()
    for relative in (Path("README.md"), *handed_out):
        if (folder / relative).exists():
            raise DojoError("this is in the way; name a new folder", shown(folder / relative))
    for relative, content in {Path("README.md"): readme, **handed_out}.items():
        write(folder / relative, content)
    remember(folder, handed_out)
    return Course.at(folder)


def update(source: Course, course: Course) -> Update:
    """Brings new katas and tests into a learner's folder without touching what they wrote.

    A changed stub stays; any other changed file is copied before it is replaced. A kata that the
    source has renumbered is moved, with all that the learner left in its folder.

    Raises:
        DojoError: `course` is the source itself, or another course.
    """
    if course.root == source.root:
        sentence = "this is the course itself, nobody's copy of it; update it with git or pip"
        raise DojoError(sentence, shown(course.root))
    if course.name != source.name:
        sentence = (
            f"this is the course {course.name!r}; this `dojo` can only update {source.name!r}"
        )
        raise DojoError(sentence, shown(course.root / MARKER), 1)
    moved = tuple(_move(source, course))
    course = Course.at(course.root)
    stubs = {_below(course, kata.stub): kata.untouched for kata in course.katas}
    before = _handed_out(course, moved)
    handed_out = dict(handout(source, source.katas))
    done: dict[str, list[Path]] = {"added": [], "replaced": [], "kept": [], "saved": []}
    for relative, content in handed_out.items():
        path = course.root / relative
        old = path.read_bytes() if path.is_file() else None
        if old == content:
            continue
        if old is None:
            done["added"].append(relative)
        elif relative in stubs and not stubs[relative]:
            done["kept"].append(relative)
            continue
        else:
            ours = relative in stubs or relative.name == ".pristine.py"
            if not ours and before.get(relative) != digest(old):
                done["saved"].append(_below(course, save(path)))
            done["replaced"].append(relative)
        write(path, content)
    remember(course.root, handed_out)
    return Update(**{name: tuple(paths) for name, paths in done.items()}, moved=moved)


def reset(kata: Kata) -> Path | None:
    """Puts the pristine stub back.

    Returns:
        The dated copy of what was there; None if nothing was changed.

    Raises:
        DojoError: there is no pristine stub.
    """
    if kata.untouched:
        return None
    if not kata.pristine.is_file():
        sentence = "there is no pristine stub to go back to; run `dojo update`"
        raise DojoError(sentence, shown(kata.pristine))
    copy = save(kata.stub) if kata.stub.exists() else None
    write(kata.stub, kata.pristine.read_bytes())
    return copy


def save(path: Path) -> Path:
    """Copies a file beside itself, with the date in its name, and returns the copy's path.

    The copy ends in `.bak`: nothing imports or collects it.
    """
    content = path.read_bytes()
    stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
    for number in range(1, 1000):
        again = f"-{number}" if number > 1 else ""
        copy = path.with_name(f"{path.name}.{stamp}{again}.bak")
        with suppress(FileExistsError):
            with copy.open("xb") as file:
                file.write(content)
            return copy
    raise DojoError("too many copies with this date; move some away", shown(path))


def _move(source: Course, course: Course) -> Iterator[tuple[Path, Path]]:
    theirs = {kata.name: kata for kata in course.katas}
    for kata in source.katas:
        old = theirs.get(kata.name)
        new = course.root / _below(source, kata.folder)
        if old is not None and old.folder != new and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            old.folder.rename(new)
            yield _below(course, old.folder), _below(course, new)


def _handed_out(course: Course, moved: tuple[tuple[Path, Path], ...]) -> dict[Path, str]:
    """Returns the digest of each file as it was handed out, at the place where it is now."""
    try:
        noted = json.loads((course.state / "handed_out.json").read_text(encoding="utf-8"))
        digests = {Path(path): str(text) for path, text in noted.items()}
    except (OSError, ValueError, AttributeError):
        return {}
    for old, new in moved:
        for path in [path for path in digests if old in path.parents]:
            digests[new / path.relative_to(old)] = digests.pop(path)
    return digests


def _below(course: Course, path: Path) -> Path:
    return path.relative_to(course.root)
