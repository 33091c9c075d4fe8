"""Who kills whom, and what a property is there for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.course.catalogue import Course
from grader.course.kill_matrix import (
    BEGIN,
    END,
    Judged,
    KataProof,
    out_of_date,
    store,
    without_own_kill,
)
from grader.engine.errors import DojoError


def wrong(*killers: str, verdict: str = "fail") -> Judged:
    by = dict.fromkeys(killers, "race")
    return Judged("wrong", "w.py", "w", "race", verdict, "race", 0, by, "It is wrong.")


@pytest.mark.parametrize(
    ("stays", "matrix", "told"),
    [
        ({}, [wrong("safe"), wrong("fast")], {}),
        ({}, [wrong("safe"), wrong("safe", "fast")], {"fast": "kills no wrong submission that no"}),
        ({"fast": "It must."}, [wrong("safe"), wrong("safe", "fast")], {}),
        ({"fast": "It must."}, [wrong("safe"), wrong("fast")], {"fast": "a kill of its own; take"}),
        ({}, [wrong("safe"), wrong(verdict="pass")], {}),
        ({}, [], {}),
    ],
)
def test_a_property_has_a_kill_of_its_own_or_says_why_it_stays(
    stays: dict[str, str], matrix: list[Judged], told: dict[str, str]
) -> None:
    found = dict(without_own_kill(["safe", "fast"], stays, matrix))
    assert found.keys() == told.keys()
    assert all(sentence in found[name] for name, sentence in told.items())


def test_kata_toml_says_why_a_property_stays(toy: Course) -> None:
    reasons = {"starts_at_zero": "What a tally starts with is half of what it is."}
    assert toy.kata("tally").stays == reasons
    path = toy.kata("tally").metadata
    path.write_text(path.read_text().replace(reasons["starts_at_zero"], " "))
    with pytest.raises(DojoError) as caught:
        assert Course.at(toy.root).kata("tally").stays
    assert "`stays` is empty; say why the property stays" in str(caught.value)


def proof_of(course: Course, name: str) -> KataProof:
    kata = course.kata(name)
    judged = tuple(
        Judged(
            "wrong", str(path.relative_to(course.root)), path.stem, cause, "fail", cause, 0, {}, ""
        )
        for cause, path in kata.wrong
    ) + tuple(
        Judged("also", str(path.relative_to(course.root)), path.stem, None, "pass", None, 9, {}, "")
        for path in kata.also
    )
    properties = tuple((item.name, item.points) for item in kata.properties)
    section, print_ = kata.section.name, kata.task().fingerprint()
    return KataProof(name, section, kata.title, kata.version, print_, properties, judged, ())


@pytest.fixture
def kept(toy: Course) -> Course:
    toy.readme.write_text(f"{BEGIN}\n{END}\n")
    store(toy, [proof_of(toy, "tally"), proof_of(toy, "ping")])
    return Course.at(toy.root)


def test_what_is_kept_is_checked_by_the_files_alone(kept: Course) -> None:
    assert list(out_of_date(kept)) == []
    assert [kata["kata"] for kata in json.loads(kept.matrix.read_text())] == ["tally", "ping"]
    hidden = kept.kata("ping").hidden
    assert hidden is not None
    hidden.write_text(hidden.read_text() + "\n")
    assert [str(finding) for finding in out_of_date(kept)] == [
        "docs/kill_matrix.json: the kept matrix of ping is not of the kata as it is; "
        "run `dojo course check --readme`"
    ]


def test_a_summary_that_somebody_wrote_is_found(kept: Course) -> None:
    kept.readme.write_text(kept.readme.read_text().replace("| 3 |", "| 4 |", 1))
    assert [finding.file for finding in out_of_date(kept)] == ["README.md"]


def test_a_summary_needs_its_place(toy: Course) -> None:
    toy.readme.write_text("# Nothing\n")
    with pytest.raises(DojoError) as caught:
        store(toy, [proof_of(toy, "tally")])
    assert "README.md: the summary has no place" in str(caught.value)


def test_a_course_without_a_kept_matrix_is_fine(toy: Course, tmp_path: Path) -> None:
    assert list(out_of_date(toy)) == []
