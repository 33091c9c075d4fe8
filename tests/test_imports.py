"""Imports point down only."""

from __future__ import annotations

import ast
from pathlib import Path

GRADER = Path(__file__).parent.parent / "grader"

# What each package may import, besides itself.
ALLOWED = {
    "engine": set(),
    "spec": {"engine"},
    "patterns": {"engine"},
    "sandbox": set(),
    "measure": {"engine", "spec", "sandbox"},
    "judge": {"engine", "spec", "patterns", "sandbox", "measure"},
    "course": {"engine", "spec", "measure", "judge"},
    "report": {"engine", "spec", "patterns", "sandbox", "measure", "judge", "course"},
    "classroom": {"engine", "spec", "measure", "judge", "course", "report"},
    "__main__": {"cli"},
    "cli": {"engine", "spec", "patterns", "measure", "judge", "course", "classroom", "report"},
    "pytest_plugin": {"engine", "spec", "patterns", "measure", "judge", "course", "report"},
    "__init__": {"engine", "spec", "judge", "measure"},
}


def imports_of(file: Path) -> set[str]:
    """The packages of `grader` that a file imports; the facade counts as `grader`."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
            if node.module == "grader":
                names = [f"grader.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.add("(relative)")
            continue
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "grader":
                found.add(parts[1] if len(parts) > 1 else "grader")
            elif parts[0] in ("exercises", "solutions"):
                found.add(parts[0])
    return found


def place(file: Path) -> str:
    return file.relative_to(GRADER).parts[0].removesuffix(".py")


def test_imports_point_down() -> None:
    wrong = []
    for file in sorted(GRADER.rglob("*.py")):
        package = place(file)
        allowed = ALLOWED[package] | {package}
        wrong += [
            f"{file.relative_to(GRADER)} imports {name}" for name in imports_of(file) - allowed
        ]
    assert wrong == []


def test_every_package_has_its_place() -> None:
    assert {place(file) for file in GRADER.rglob("*.py")} <= set(ALLOWED)


def test_the_engine_knows_no_pytest_and_no_course() -> None:
    for file in (GRADER / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert not {a.name.split(".")[0] for a in node.names} & {"pytest", "hypothesis"}
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] not in ("pytest", "hypothesis", "rich")
