"""What each program can do, written down once for all Pythons in `expected.json`.

    python -m tests.reality.expected

brings the file up to date with what the running Python's engine finds. What changes with a
version stands under the first version that has it; run it on each Python, the oldest first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.bugs import BUGS
from grader.engine import explore_file
from tests.reality.explored import HERE, MODELS, PROGRAMS, as_text, endings, explore

FILE = HERE / "expected.json"
ENGINE = HERE.parent / "engine"
# Enough for most of the corpus to be explored whole; the rest is a sample, and the same one.
EXECUTIONS = 400
LARGE = {"reorder_20", "twostage_100"}
TUTORIALS = {
    "bank_account": "withdraw_twice",
    "producer_consumer": "two_consumers",
    "singleton": "two_readers",
    "transfer": "there_and_back",
    "work_queue": "two_workers",
}


def corpus() -> dict[str, tuple[Path, str]]:
    """The engine's corpus and the tutorials: a name, then the file and the function."""
    folder = ENGINE / "corpus"
    found = {bug.name: (folder / "sctbench" / f"{bug.file}.py", bug.name) for bug in BUGS}
    found = {name: program for name, program in found.items() if name not in LARGE}
    for path in sorted((folder / "models").glob("*.py")):
        found |= {f"{path.stem}_{word}": (path, word) for word in ("right", "wrong")}
    for name, function in TUTORIALS.items():
        found[f"{name}_{function}"] = (ENGINE / "tutorials" / f"{name}.py", function)
    return found


def find(name: str, model: str) -> frozenset[str]:
    """The endings that the engine finds for a program, of these here or of the corpus."""
    if name in PROGRAMS:
        return explore(name, model).endings
    path, function = corpus()[name]
    timeouts = "adversarial" if path.stem in ("timed_wait", "timer") else "patient"
    options: Any = {"switching": model, "timeouts": timeouts, "executions": EXECUTIONS}
    return endings(explore_file(path, function, **options))


def names() -> Iterator[str]:
    yield from PROGRAMS
    yield from corpus()


def since(versions: dict[str, Any], python: tuple[int, ...]) -> str:
    """The newest of those versions that a Python, such as (3, 14), has reached."""
    reached = [v for v in versions if tuple(map(int, v.split("."))) <= python]
    return max(reached, key=lambda v: tuple(map(int, v.split("."))))


@cache
def read() -> dict[str, dict[str, dict[str, list[Any]]]]:
    """By program and model: from which version on, which endings."""
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}


def expected(
    name: str, model: str, python: tuple[int, ...] = sys.version_info[:2]
) -> frozenset[str]:
    """The endings that are written down for a Python, such as (3, 14)."""
    versions = read()[name][model]
    return frozenset(map(as_text, versions[since(versions, python)]))


def main() -> None:
    written = read()
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for name in names():
        for model in MODELS:
            versions = written.setdefault(name, {}).setdefault(model, {})
            found = [json.loads(text) for text in sorted(find(name, model))]
            if not versions or versions[since(versions, sys.version_info[:2])] != found:
                versions[version] = found
    lines = [f"{json.dumps(name)}: {json.dumps(written[name])}" for name in sorted(names())]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
