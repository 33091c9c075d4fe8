"""Takes layers of the judge away, and tells which attacks then pass.

`python -m tests.attacks.layers [--json FILE]` tries every attack on `counter`. What the gate is to
keep from doing harm is tried without the gate, too, but never without gate and sandbox.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click

from grader.course.catalogue import Course
from grader.judge import evidence, explore, grading, sandbox
from grader.judge.explore import Session
from grader.judge.gate import reading
from grader.sandbox.confinement import Tier
from grader.sandbox.spawning import Spawner
from tests.attacks.corpus import (
    ATTACKED,
    EVERYTHING,
    FOR_COUNTER,
    ROOT,
    Attack,
    attacks,
    handed_in,
)

KEPT = Path(__file__).parent / "layers.json"
"""What the command said last."""

EVIDENCE = ("canaries", "parity", "audit")
ROWS: tuple[tuple[str, ...], ...] = (
    (),
    ("gate",),
    EVIDENCE,
    ("gate", "canaries"),
    ("gate", "parity"),
    ("gate", "audit"),
    ("gate", *EVIDENCE),
    ("namespaces",),
    ("gate", "namespaces"),
    ("sandbox",),
    ("sandbox", *EVIDENCE),
)
"""What is taken away together."""

_LEFT = ("dojo-litter.json", "report.xml", "results.json")

MEMORY = 1280 * 1024 * 1024  # bytes of any process here: without the sandbox no other limit stands


@contextmanager
def without(layers: Collection[str]) -> Iterator[None]:
    """Takes layers away while the block runs."""
    assert not {"gate", "sandbox"} <= set(layers), "some attacks would harm this machine"
    with ExitStack() as stack:
        if "gate" in layers:
            stack.enter_context(patch.object(reading, "_check", lambda pages, imports: None))
        if set(EVIDENCE) <= set(layers):
            stack.enter_context(patch.object(grading.Examiner, "_doubt", lambda *_: None))
        if "canaries" in layers:
            stack.enter_context(patch.object(grading, "sing", lambda session: ""))
        if "parity" in layers:
            stack.enter_context(patch.object(evidence, "_ending", lambda outcome: None))
        if "audit" in layers:
            stack.enter_context(patch.object(Session, "audited", _not_audited))
        if "sandbox" in layers:
            stack.enter_context(patch.object(sandbox, "_tier", Tier.PROCESS))
            stack.callback(_sweep, {name for name in _LEFT if Path("/", name).exists()})
        if "namespaces" in layers:
            spawner = Spawner("grader.judge.child", without=("namespaces", "view"))
            stack.callback(spawner.end)
            stack.enter_context(patch.object(sandbox, "_spawner", spawner))
        yield


def _sweep(kept: Collection[str]) -> None:
    """Takes away what attacks have left where they run without the sandbox."""
    for name in _LEFT:
        if name not in kept:
            Path("/", name).unlink(missing_ok=True)


def _not_audited(session: Session, *asked: Any) -> tuple[Any, tuple[str, ...]]:
    session.worker.kill()
    return session.replay(*asked), ()


def verdict(attack: Attack, layers: Collection[str], folder: Path) -> str:
    """Returns what the attacked property gets while layers are missing.

    Args:
        attack: the attack.
        layers: which have been taken away.
        folder: for files that are made.
    """
    task = Course.find(ROOT).kata("counter").task()
    if "gate" in layers:
        task = replace(task, imports=EVERYTHING)
    with patch.object(explore, "DEADLINE", attack.deadline):
        file = handed_in(attack.file, folder)
        (found,) = grading.grade(task, file, properties=[ATTACKED]).properties
    return found.verdict


def concerned(layers: Collection[str], before: str) -> bool:
    """Tells whether an attack may fare otherwise once layers are missing, too.

    Args:
        layers: what is missing.
        before: its verdict with none of them missing, or with the evidence alone still there.
    """
    if not set(EVIDENCE).isdisjoint(layers):
        return before == "suspect"  # the evidence is asked for once all else has passed
    if layers == ("gate",):
        return before == "rejected"
    return "gate" in layers or before != "rejected"


def count(rows: Sequence[tuple[str, ...]], names: Collection[str] = ()) -> dict[str, Any]:
    """Tries the attacks.

    Args:
        rows: what is taken away; each after those that take away less.
        names: of the attacks; all if there are none.

    Returns:
        For each row how many were tried, and which passed and were suspect.
    """
    chosen = [
        attack
        for folder in FOR_COUNTER
        for attack in attacks(folder)
        if not names or attack.name in names
    ]
    found: dict[tuple[str, ...], dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as made:
        for row in rows:
            but_evidence = tuple(layer for layer in row if layer not in EVIDENCE)
            before = found.get(but_evidence if but_evidence != row else (), {})
            found[row] = dict(before)
            with without(row):
                for attack in chosen:
                    if not before or concerned(row, before[attack.name]):
                        found[row][attack.name] = verdict(attack, row, Path(made))
            print(f"without {', '.join(row) or 'nothing'}", file=sys.stderr)
    return {
        ", ".join(row): {
            "tried": len(verdicts),
            **{
                what: [name for name, one in verdicts.items() if one == what]
                for what in ("pass", "suspect")
            },
        }
        for row, verdicts in found.items()
    }


@click.command()
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the names, too.")
def main(file: Path | None) -> None:
    """Prints, for what is taken away, how many attacks pass and how many are suspect."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = count(ROWS)
    for row, of in found.items():
        print(f"| {row or 'nothing'} | {len(of['pass'])} | {len(of['suspect'])} |")
    if file:
        file.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
