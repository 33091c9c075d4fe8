"""The kill matrix of a course as one page of HTML that needs nothing besides itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from grader.course.catalogue import Course
from grader.course.kill_matrix import CourseProof, Judged, KataProof
from grader.judge.verdict import CAUSES
from grader.report.look import count
from grader.report.proof import LETTERS, OTHERWISE, letter_of

_TEMPLATE = Path(__file__).with_name("matrix_page.html")


def matrix_page(course: Course, proof: CourseProof) -> str:
    """Returns the page; the same for the same proof."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_TEMPLATE.read_text("utf-8"))
    katas = {kata.name: kata for kata in proof.katas}
    sections = [
        (section, [_kata(course, katas[kata.name]) for kata in section.katas if kata.name in katas])
        for section in course.sections
    ]
    return template.render(
        title=course.title,
        proved=proof.proved,
        counts=_counts(proof),
        letters=LETTERS,
        otherwise=OTHERWISE,
        findings=[str(finding) for finding in proof.all_findings],
        notes=proof.notes,
        sections=[(section.number, section.title, told) for section, told in sections if told],
    )


def _counts(proof: CourseProof) -> list[str]:
    ones = [one for kata in proof.katas for one in kata.judged]
    right = sum(one.role in ("reference", "also") for one in ones)
    wrong = [one for one in ones if one.role == "wrong"]
    killed = sum(one.verdict == "fail" for one in wrong)
    return [
        count(len(proof.katas), "kata"),
        count(sum(len(kata.properties) for kata in proof.katas), "property", "properties"),
        count(right, "right submission"),
        f"{killed:,} of {count(len(wrong), 'wrong submission')} killed",
    ]


def _kata(course: Course, proof: KataProof) -> dict[str, Any]:
    kata = course.kata(proof.name)
    about = kata.about if proof.properties else None
    promises = {item.name: item.promise for item in about.properties} if about else {}
    own = {name for one in proof.matrix for name in one.only_killer}
    return {
        "name": proof.name,
        "title": proof.title,
        "version": proof.version,
        "properties": [
            {
                "name": name,
                "points": points,
                "promise": promises[name],
                "own": name in own,
                "stays": about.stays.get(name, "") if about else "",
            }
            for name, points in proof.properties
        ],
        "right": [one for one in proof.judged if one.role != "wrong"],
        "groups": list(_groups(proof)),
    }


def _groups(proof: KataProof) -> Iterator[tuple[str, list[tuple[Judged, list[Any]]]]]:
    """Yields the wrong submissions by the cause that they bear, each with its cells."""
    causes = [*CAUSES, *sorted({one.expected or "" for one in proof.matrix} - {*CAUSES})]
    for cause in causes:
        rows = [
            (one, [_cell(one, name) for name, _ in proof.properties])
            for one in proof.matrix
            if one.expected == cause
        ]
        if rows:
            yield cause, rows


def _cell(one: Judged, name: str) -> dict[str, str] | None:
    cause = one.killers.get(name)
    return {"cause": cause, "letter": letter_of(cause)} if cause else None
