"""What `--json` prints of an execution has the form that docs/timeline.schema.json describes."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader import explore
from grader.engine.outcome import Outcome
from grader.patterns import pattern_of
from tests.cli.conftest import Dojo

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "timeline.schema.json").read_text("utf-8"))
PROGRAMS = [
    ROOT / "tests" / "patterns" / "programs" / f"{name}.py"
    for name in ("error_nobody_sees", "lock_order_circle", "lost_wakeup", "nothing_will_come",
                 "print_in_its_place", "torn_read", "waits_while_holding")
]  # fmt: skip

RACY = """
    import threading


    def racy():
        total = [0]

        def add():
            total[0] += 1

        threads = [threading.Thread(target=add) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return total[0]
"""


def complaints(data: object, part: str = "") -> list[str]:
    schema = {"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{part}"} if part else SCHEMA
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(data)]


def test_the_schema_is_one_and_describes_every_field() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    step = SCHEMA["$defs"]["step"]["properties"]
    assert all("description" in field for field in step.values())
    assert all("description" in field for field in SCHEMA["properties"].values())


@pytest.mark.parametrize("change", [{"action": "sleep"}, {"thread": "T1"}, {"more": 1}])
def test_it_refuses_what_is_none(change: dict[str, Any]) -> None:
    step = {
        **dict.fromkeys(("thread", "name", "file", "function", "source", "target", "value"), ""),
        **dict.fromkeys(("note", "switch", "method", "holder"), ""),
        **dict.fromkeys(("line", "object", "place", "refers", "activation", "since"), 0),
    }
    step |= {"thread": "1.2", "action": "read", "fatal": False}
    assert complaints(step, "step") == []
    assert len(complaints(step | change, "step")) == 1


def program_of(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.program


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_what_is_recorded_has_the_form(path: Path) -> None:
    outcomes: tuple[Outcome, ...] = explore(program_of(path)).outcomes
    for outcome in outcomes:
        timeline = outcome.timeline
        data = json.loads(json.dumps(timeline.to_data()))
        assert complaints(data) == []
        pattern = pattern_of(outcome, timeline)
        if pattern:
            assert complaints(json.loads(json.dumps(asdict(pattern))), "pattern") == []
            assert max(pattern.steps) < len(data["steps"])


def test_dojo_replay_prints_it_with_its_pattern(dojo: Dojo, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(dedent(RACY), "utf-8")
    found = json.loads(dojo("explore", f"{program}::racy", "--json").stdout)
    lost = next(one for one in found["outcomes"] if one["value"] == 1)
    told = json.loads(dojo("replay", f"{program}::racy", lost["schedule"], "--json").stdout)
    assert complaints(told["timeline"]) == []
    assert complaints(told["pattern"], "pattern") == []
    assert told["pattern"]["name"] == "lost update"
    won = next(one for one in found["outcomes"] if one["value"] == 2)
    told = json.loads(dojo("replay", f"{program}::racy", won["schedule"], "--json").stdout)
    assert complaints(told["timeline"]) == []
    assert told["pattern"] is None


def test_dojo_check_prints_it_too(dojo: Dojo, toy: Path) -> None:
    told = json.loads(dojo("check", "--json").stdout)
    results = [result for kata in told["katas"] for result in kata["properties"]]
    drawn = [result for result in results if result["timeline"]]
    assert drawn
    for result in drawn:
        assert complaints(result["timeline"]) == []
        assert result["pattern"] is None or complaints(result["pattern"], "pattern") == []
