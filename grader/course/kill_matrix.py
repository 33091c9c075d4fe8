"""What a proof of a course says: who kills whom. As data, kept on disk, and in short."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from grader.course.catalogue import Course
from grader.course.kata import Kata
from grader.course.kata_file import read_text
from grader.course.rules import Finding, below
from grader.engine.errors import DojoError
from grader.judge.verdict import CAUSES

BEGIN, END = "<!-- kill matrix: dojo course check --readme -->", "<!-- end of kill matrix -->"
RENEW = "run `dojo course check --readme`"


@dataclass(frozen=True)
class Judged:
    """One submission of the course, and what the judge said.

    Attributes:
        role: "stub", "reference", "also" or "wrong".
        file: below the course's root.
        name: the submission's own name: its mistake, or its approach.
        expected: the cause that a wrong one bears.
        verdict: the judge's.
        cause: the judge's.
        score: points reached.
        killers: the properties that failed, each with its cause or verdict.
        says: its first line: what is wrong with it, or how it goes about.
    """

    role: str
    file: str
    name: str
    expected: str | None
    verdict: str
    cause: str | None
    score: int
    killers: dict[str, str]
    says: str

    @property
    def only_killer(self) -> tuple[str, ...]:
        """The property that kills it, where no other does."""
        return tuple(self.killers) if len(self.killers) == 1 else ()


@dataclass(frozen=True)
class KataProof:
    """The proof of one kata: `judged` holds the kill matrix, wrong × property.

    `properties` are their names, each with its points; `section` is the folder's name.
    """

    name: str
    section: str
    title: str
    version: int
    fingerprint: str
    properties: tuple[tuple[str, int], ...]
    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]

    @property
    def matrix(self) -> tuple[Judged, ...]:
        """The wrong submissions: each one's `killers` are its row."""
        return tuple(one for one in self.judged if one.role == "wrong")

    def to_json(self) -> dict[str, Any]:
        return {
            "kata": self.name,
            "section": self.section,
            "title": self.title,
            "version": self.version,
            "fingerprint": self.fingerprint,
            "properties": dict(self.properties),
            "submissions": [asdict(one) for one in self.judged],
        }


@dataclass(frozen=True)
class CourseProof:
    """The proof of a course: no findings mean that it is proved.

    `notes` say what a person may want to know and what proves nothing.
    """

    course: str
    katas: tuple[KataProof, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def proved(self) -> bool:
        return not self.all_findings

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *(finding for kata in self.katas for finding in kata.findings))

    def to_json(self) -> dict[str, Any]:
        """Returns the proof as plain data: the same for the same course, whenever and wherever."""
        return {
            "course": self.course,
            "proved": self.proved,
            "findings": [vars(finding) for finding in self.all_findings],
            "notes": list(self.notes),
            "katas": [kata.to_json() for kata in self.katas],
        }


def without_own_kill(
    names: Sequence[str], stays: Mapping[str, str], wrong: Sequence[Judged]
) -> Iterator[tuple[str, str]]:
    """Yields the properties that kill nothing alone and don't say why they stay, or say it in vain.

    Where some wrong submission isn't killed, or there is none at all, this yields nothing: there
    is something else to do first.
    """
    if not wrong or any(one.verdict != "fail" for one in wrong):
        return
    own = {name for one in wrong for name in one.only_killer}
    for name in names:
        if name not in own and name not in stays:
            sentence = f"{name} kills no wrong submission that no other property kills"
            yield name, f"{sentence}; add one, or say in `stays` why the property does"
        elif name in own and name in stays:
            yield name, f"{name} has a kill of its own; take its `stays` away"


def stored(course: Course) -> dict[str, dict[str, Any]]:
    """Returns the course's kept kill matrix by kata; nothing where none is kept.

    Raises:
        DojoError: the file is broken.
    """
    if not course.matrix.is_file():
        return {}
    try:
        return {kata["kata"]: kata for kata in json.loads(read_text(course.matrix))}
    except (ValueError, TypeError, KeyError):
        raise DojoError(f"this is no kill matrix; {RENEW}", below(course, course.matrix)) from None


def store(course: Course, proofs: Sequence[KataProof]) -> None:
    """Keeps the matrix of these katas, and of others that are kept and still there; the README
    gets the summary of all."""
    kept = stored(course) | {proof.name: proof.to_json() for proof in proofs}
    katas = [kept[kata.name] for kata in course.katas if kata.name in kept]
    course.matrix.parent.mkdir(exist_ok=True)
    course.matrix.write_text(json.dumps(katas, indent=1, ensure_ascii=False) + "\n", "utf-8")
    text = read_text(course.readme)
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sentence = f"the summary has no place; put `{BEGIN}` and `{END}` there"
        raise DojoError(sentence, below(course, course.readme))
    summary = summary_of(course, katas)
    course.readme.write_text(f"{before}{BEGIN}\n{summary}\n{END}{after}", "utf-8")


def out_of_date(course: Course, proofs: Sequence[KataProof] = ()) -> Iterator[Finding]:
    """Yields what no longer fits the course in what is kept of its matrix; judges nothing.

    Args:
        course: with its solutions.
        proofs: what is true now, where that is known; the files alone tell nearly as much.
    """
    kept = stored(course)
    if not kept:
        return
    katas = {kata.name: kata for kata in course.katas}
    now = {proof.name: proof.to_json() for proof in proofs}
    for name in sorted(kept.keys() | katas.keys()):
        entry = kept.get(name)
        fits = entry is not None and name in katas and _is_of(entry, katas[name])
        if not fits or now.get(name, entry) != entry:
            sentence = f"the kept matrix of {name} is not of the kata as it is; {RENEW}"
            yield Finding("", below(course, course.matrix), None, sentence)
    text = read_text(course.readme) if course.readme.is_file() else ""
    shown = text.partition(BEGIN)[2].partition(END)[0].strip()
    if shown != summary_of(course, list(kept.values())):
        sentence = f"the summary of the kill matrix is not of what is kept; {RENEW}"
        yield Finding("", below(course, course.readme), None, sentence)


def _is_of(entry: dict[str, Any], kata: Kata) -> bool:
    here = {
        below(kata.section.course, path) for path in (*kata.also, *(path for _, path in kata.wrong))
    }
    there = {one["file"] for one in entry["submissions"] if one["role"] in ("also", "wrong")}
    names = {item.name: item.points for item in kata.properties}
    return (
        here == there
        and entry["properties"] == names
        and entry["fingerprint"] == kata.task().fingerprint()
    )


def summary_of(course: Course, katas: Sequence[dict[str, Any]]) -> str:
    """Returns the summary of a matrix as a table in Markdown: a line per section, and the sum."""
    head = ["Section", "Katas", "Promises", "Right, and pass", "Wrong, and killed", *CAUSES]
    lines = [_line(head), _line(["---", *["---:"] * (len(head) - 1)])]
    for section in course.sections:
        numbers = _numbers([kata for kata in katas if kata["section"] == section.name])
        lines.append(_line([f"{section.number} {section.title}", *numbers]))
    lines.append(_line(["**All**", *(f"**{number}**" for number in _numbers(katas))]))
    return "\n".join(lines)


def _numbers(katas: Sequence[dict[str, Any]]) -> list[str]:
    ones = [one for kata in katas for one in kata["submissions"]]
    right = [one for one in ones if one["role"] in ("reference", "also")]
    wrong = [one for one in ones if one["role"] == "wrong"]
    passed = [one for one in right if one["verdict"] == "pass"]
    killed = [one for one in wrong if one["verdict"] == "fail"]
    return [
        str(len(katas)),
        str(sum(len(kata["properties"]) for kata in katas)),
        _of(len(passed), len(right)),
        _of(len(killed), len(wrong)),
        *(str(sum(one["cause"] == cause for one in killed)) for cause in CAUSES),
    ]


def _of(part: int, whole: int) -> str:
    return str(whole) if part == whole else f"{part} of {whole}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
