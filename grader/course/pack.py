"""Hands out a course: what a learner may see, by an allow-list, and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from grader.course.catalogue import MARKER, Course
from grader.course.kata import Kata
from grader.course.kata_file import shown
from grader.engine.errors import DojoError


def pack(course: Course, folder: Path, names: Collection[str] = ()) -> int:
    """Writes what learners may see of `course` into a new folder.

    Args:
        course: where to take it from.
        folder: does not exist yet, or is empty.
        names: only these katas; all of them by default.

    Returns:
        The number of katas.

    Raises:
        DojoError: the folder is in use, a kata is unknown, or a file to hand out is not fit to.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DojoError("this is not empty; name a new folder", shown(folder))
    katas = [course.kata(name) for name in names] or list(course.katas)
    handed_out = dict(handout(course, katas))
    for relative, content in handed_out.items():
        write(folder / relative, content)
    remember(folder, handed_out)
    return len(katas)


def handout(course: Course, katas: Collection[Kata]) -> Iterator[tuple[Path, bytes]]:
    """Yields what learners may see: each file's path below the course's root, and its content.

    Stubs are the pristine ones, even where a kata is solved in this clone.

    Raises:
        DojoError: a file is missing, is a link, or is the same as a file in `solutions/`.
    """
    private = _private_contents(course)
    sections = dict.fromkeys(kata.section for kata in katas)
    sources = [(MARKER, course.root / MARKER)]
    sources += [(_below(course, s.lesson), s.lesson) for s in sections if s.lesson.exists()]
    for kata in katas:
        sources += [(_below(course, kata.stub), kata.pristine)]
        left = {kata.stub} if kata.mistakes.is_file() else {kata.stub, kata.mistakes}
        sources += [(_below(course, path), path) for path in kata.public if path not in left]
    for relative, source in sources:
        content = _read(source)
        if content.strip() and content in private:
            sentence = f"this is the same as {shown(private[content])}; it is not handed out"
            raise DojoError(sentence, shown(source))
        yield relative, content


def write(path: Path, content: bytes) -> None:
    """Writes a file in one step: whoever reads it sees the old one or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
            os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise DojoError(f"cannot write here: {error.strerror}", shown(path)) from None


def remember(root: Path, handed_out: dict[Path, bytes]) -> None:
    """Notes what was handed out, so that an update knows which files the learner changed."""
    hashes = {path.as_posix(): digest(content) for path, content in sorted(handed_out.items())}
    text = json.dumps(hashes, indent=1, sort_keys=True) + "\n"
    write(root / ".dojo" / "handed_out.json", text.encode())


def digest(content: bytes) -> str:
    """Returns the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> bytes:
    if path.is_symlink():
        raise DojoError("this is a link; only plain files are handed out", shown(path))
    try:
        return path.read_bytes()
    except OSError:
        if path.name == ".pristine.py":
            name = path.parent.name.partition("_")[2]
            sentence = f"there is no pristine stub yet; run `dojo course pin {name}`"
            raise DojoError(sentence, shown(path)) from None
        raise DojoError("this file is missing; a kata needs it", shown(path)) from None


def _below(course: Course, path: Path) -> Path:
    return path.relative_to(course.root)


def _private_contents(course: Course) -> dict[bytes, Path]:
    paths = sorted(course.solutions.rglob("*")) if course.solutions.is_dir() else []
    return {path.read_bytes(): path for path in paths if path.is_file()}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
