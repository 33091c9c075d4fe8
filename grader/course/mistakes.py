"""What is known of a kata's wrong submissions, as learners get it: how each fails, and its hint.

`dojo course mistakes` writes it beside the stub. Programs are in it as sketches alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.kata import Kata
from grader.course.kata_file import read_text, shown
from grader.course.rules import hint_of
from grader.course.sketch import Sketch, library_names, packed, sketch, unpacked
from grader.engine.errors import DojoError
from grader.judge.verdict import PropertyResult

Shape = Mapping[str, str]
"""How a submission fails: for each property that does, its cause and what pattern it shows."""


@dataclass(frozen=True)
class Mistake:
    """One known mistake.

    Attributes:
        name: what it is called.
        hint: one sentence for whoever makes it.
        digest: of the submission that makes it, to know when that changes.
        shape: how that fails under both suites.
        sketch: of that submission.
        names: what it uses of Python's own and the hint speaks of: who doesn't use that hears
            nothing of it.
    """

    name: str
    hint: str
    digest: str
    shape: Shape
    sketch: Sketch
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mistakes:
    """The known mistakes of one kata.

    Attributes:
        fingerprint: of the suites that they failed under.
        right: the sketches of right submissions, for what says nothing about a mistake.
        known: the mistakes.
    """

    fingerprint: str
    right: tuple[Sketch, ...]
    known: tuple[Mistake, ...]

    def to_text(self) -> str:
        """Returns what the file holds: a line for each program."""
        rights = ",\n".join(json.dumps(packed(one)) for one in self.right)
        data = [vars(one) | {"sketch": packed(one.sketch)} for one in self.known]
        known = ",\n".join(json.dumps(one, ensure_ascii=False) for one in data)
        return (
            f'{{"fingerprint": "{self.fingerprint}",\n'
            f'"right": [\n{rights}\n],\n"known": [\n{known}\n]}}\n'
        )


def shape_of(results: Iterable[PropertyResult]) -> Shape:
    """Returns how a submission fails, given how its properties fared."""
    return {
        result.name: f"{result.cause or result.verdict}: "
        f"{result.pattern.name if result.pattern else 'no pattern'}"
        for result in results
        if result.verdict != "pass"
    }


def read_mistakes(kata: Kata) -> Mistakes | None:
    """Returns what is known of a kata; None where there is no such file.

    Raises:
        DojoError: the file is broken.
    """
    if not kata.mistakes.is_file():
        return None
    try:
        data = json.loads(read_text(kata.mistakes))
        return Mistakes(
            fingerprint=data["fingerprint"],
            right=tuple(unpacked(word) for word in data["right"]),
            known=tuple(_mistake(one) for one in data["known"]),
        )
    except (ValueError, KeyError, TypeError):
        sentence = f"these are no known mistakes; run `dojo course mistakes {kata.name}`"
        raise DojoError(sentence, shown(kata.mistakes)) from None


def known_of(kata: Kata, shapes: Mapping[tuple[str, str], Shape]) -> Mistakes:
    """Returns what is known of a kata's wrong submissions, given how each fails.

    Those whose shape is not known are left out.
    """
    rights = [path for path in (kata.reference, *kata.also) if path]
    known = []
    for _, path in kata.wrong:
        if identity(path) in shapes:
            name, digest = identity(path)
            text = read_text(path)
            shape = dict(shapes[name, digest])
            hint = hint_of(text)
            named = sorted(library_names(text) & spoken_of(hint))
            known.append(Mistake(name, hint, digest, shape, sketch(text), tuple(named)))
    right = tuple(sketch(read_text(path)) for path in rights)
    return Mistakes(kata.task().fingerprint(), right, tuple(known))


def spoken_of(hint: str) -> set[str]:
    """Returns the names in what a hint shows as code: "`get(timeout=...)`" has two."""
    return set(re.findall(r"[A-Za-z_]\w*", " ".join(re.findall(r"`([^`]*)`", hint))))


def out_of_date(kata: Kata) -> str:
    """Returns what is wrong with the file of known mistakes; "" if it is what would be written.

    Nothing is run for it: what is the same program under the same suites still fails as it did.
    """
    advice = f"run `dojo course mistakes {kata.name}`"
    if not kata.mistakes.is_file():
        return f"this file is missing; {advice}"
    try:
        now = read_mistakes(kata)
    except DojoError as error:
        return error.sentence
    shapes = {(one.name, one.digest): one.shape for one in now.known} if now else {}
    complete = all(identity(path) in shapes for _, path in kata.wrong)
    same = complete and known_of(kata, shapes).to_text() == read_text(kata.mistakes)
    return "" if same else f"this is not what the wrong submissions say today; {advice}"


def _mistake(data: dict[str, Any]) -> Mistake:
    names = tuple(data.get("names", ()))
    return Mistake(**data | {"sketch": unpacked(data["sketch"]), "names": names})


def identity(path: Path) -> tuple[str, str]:
    """Returns a submission's name, and a digest of it without the two lines that are about it."""
    program = "".join(read_text(path).splitlines(keepends=True)[2:])
    return path.stem, hashlib.sha256(program.encode()).hexdigest()[:16]
