"""What stands in SECURITY.md about layers that are taken away is what was counted."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.attacks.corpus import FOR_COUNTER, ROOT, attacks
from tests.attacks.layers import EVIDENCE, KEPT, ROWS, count, without

SOME = (
    *("computed_names/exec_later", "white_box/patches_outcomes"),
    *("white_box/quiet_by_closure", "equal_to_all/metaclass"),
)


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    return json.loads(KEPT.read_text("utf-8"))  # type: ignore[no-any-return]


def test_every_attack_was_counted_in_every_row(kept: dict[str, Any]) -> None:
    assert list(kept) == [", ".join(row) for row in ROWS]
    assert {of["tried"] for of in kept.values()} == {
        sum(len(attacks(folder)) for folder in FOR_COUNTER)
    }
    assert kept[""]["pass"] == []


def test_the_table_says_what_was_counted(kept: dict[str, Any]) -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z, ]+) \| (\d+) \| (\d+) \|$", text, re.M)
    assert rows == [
        (row or "nothing", str(len(of["pass"])), str(len(of["suspect"])))
        for row, of in kept.items()
    ]


def test_some_are_counted_again(kept: dict[str, Any]) -> None:
    rows: tuple[tuple[str, ...], ...] = ((), ("gate",), EVIDENCE, ("gate", *EVIDENCE))
    again = count(rows, SOME)
    for row, of in again.items():
        for verdict in ("pass", "suspect"):
            assert of[verdict] == [name for name in kept[row][verdict] if name in SOME], row


def test_gate_and_sandbox_are_never_taken_away_together() -> None:
    with pytest.raises(AssertionError, match="harm"), without(("gate", "sandbox")):
        pass
