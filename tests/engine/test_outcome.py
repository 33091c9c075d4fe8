"""Outcomes and the set of values that a suite compares."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grader.engine.outcome import CounterexampleError, Exploration, Outcome, Step, Timeline


def returned(*values: Any) -> Exploration:
    return Exploration(tuple(Outcome("returned", value) for value in values), True, 6)


class TestValues:
    def test_equality_is_of_sets(self) -> None:
        values = returned(2, 1).values
        assert values == {1, 2}
        assert values == [2, 1]
        assert values == (n for n in (1, 2))
        assert values != {1}
        assert values != {1, 2, 3}
        assert not values != {1, 2}

    @pytest.mark.parametrize(
        ("value", "expected"), [(True, 1), (1, 1.0), ((1,), [1]), (None, 0), ("1", 1)]
    )
    def test_equality_is_type_exact(self, value: Any, expected: Any) -> None:
        assert returned(value).values != [expected]
        assert returned(value).values == [value]
        assert expected not in returned(value).values

    def test_what_is_no_collection_is_never_equal(self) -> None:
        assert returned(1).values != 1
        assert not returned(1).values == 1

    def test_lists_and_dictionaries_may_be_values(self) -> None:
        values = returned([1, 2], {"a": [1]}).values
        assert values == [{"a": [1]}, [1, 2]]
        assert [1, 2] in values and [2, 1] not in values
        assert len(values) == 2 and [1, 2] in list(values)

    def test_subset(self) -> None:
        assert returned(1, 2).values <= {1, 2, 3}
        assert returned(1, 2).values <= {1, 2}
        assert not returned(1, 2).values <= {1, 3}
        assert not returned(True).values <= {1}

    def test_subset_the_other_way_round(self) -> None:
        assert {1} <= returned(1, 2).values
        assert not {1, 3} <= returned(1, 2).values
        assert returned(1, 2).values >= {1}
        assert not returned(True).values >= {1}

    def test_strict_subset(self) -> None:
        assert returned(1).values < {1, 2}
        assert not returned(1, 2).values < {1, 2}

    def test_all(self) -> None:
        assert returned(1, 3).values.all(lambda value: value % 2 == 1)
        assert not returned(1, 2).values.all(lambda value: value % 2 == 1)

    def test_text_lists_the_values_in_order(self) -> None:
        assert repr(returned(2, 1).values) == "{1, 2}"


class TestWrongOutcomes:
    def test_every_comparison_notes_what_it_found_wrong(self) -> None:
        exploration = returned(1, 2, 3)
        one, _two, three = exploration.outcomes
        assert exploration.values != {2}
        assert exploration.wrong == (one, three)
        assert not exploration.values <= {1, 2}
        assert exploration.wrong == (three,)
        assert not exploration.values.all(lambda value: value > 1)
        assert exploration.wrong == (one,)
        assert exploration.values == {1, 2, 3}
        assert exploration.wrong == ()

    def test_a_missing_value_is_nobodys_fault(self) -> None:
        exploration = returned(1)
        assert exploration.values != {1, 2}
        assert exploration.wrong == ()

    @pytest.mark.parametrize("kind", ["raised", "deadlock", "livelock", "limit", "crash"])
    def test_values_are_only_for_happy_endings(self, kind: str) -> None:
        bad = Outcome(kind, exception="ValueError" if kind == "raised" else None)
        exploration = Exploration((Outcome("returned", 1), bad), True, 2)
        with pytest.raises(CounterexampleError) as caught:
            _ = exploration.values
        assert caught.value.outcome is bad
        assert caught.value.exploration is exploration
        assert exploration.wrong == (bad,)
        assert isinstance(caught.value, AssertionError)

    def test_nothing_finished(self) -> None:
        with pytest.raises(CounterexampleError, match="no execution finished") as caught:
            _ = Exploration((), False, 0).values
        assert caught.value.outcome is None


class TestWords:
    @pytest.mark.parametrize(
        ("exhaustive", "executions", "words"),
        [
            (True, 20, "all 20 interleavings"),
            (True, 1, "the only interleaving"),
            (True, 12345, "all 12,345 interleavings"),
            (False, 2000, "2,000 sampled interleavings"),
            (False, 1, "1 sampled interleaving"),
        ],
    )
    def test_what_was_seen(self, exhaustive: bool, executions: int, words: str) -> None:
        assert Exploration((), exhaustive, executions).seen() == words

    @pytest.mark.parametrize(
        ("outcome", "words"),
        [
            (Outcome("returned", (1, "a")), "returned (1, 'a')"),
            (Outcome("returned"), "returned None"),
            (Outcome("raised", exception="ValueError", message="no"), "raised ValueError: no"),
            (Outcome("raised", exception="ValueError"), "raised ValueError"),
            (Outcome("deadlock"), "deadlock"),
        ],
    )
    def test_how_it_ended(self, outcome: Outcome, words: str) -> None:
        assert outcome.describe() == words

    def test_an_integer_that_python_would_not_print(self) -> None:
        outcome = Outcome("returned", 10**5000)
        assert outcome.describe().startswith("returned ")
        assert Exploration((outcome,), True, 1).values == {10**5000}


STEP = Step(
    "1.1", "T1.1", "a.py", 3, "f", "x += 1", "write", "x", "2", "note", True, "preempted"
)  # fmt: skip


class TestData:
    def test_an_outcome_survives_json(self) -> None:
        outcome = Outcome(
            "raised", (1, {2: b"3"}), "ValueError", "no", "1ap", 2, 30, ("T1: E: x",), ("T2",),
            timeline=Timeline([("0", "main")], [STEP], "raised ValueError: no"),
        )  # fmt: skip
        data = json.loads(json.dumps(outcome.to_data()))
        again = Outcome.from_data(data)
        assert again.to_data() == outcome.to_data()
        assert again.value == (1, {2: b"3"})
        assert again.timeline == outcome.timeline
        assert again.timeline.threads == [("0", "main")]
        assert again.timeline.steps == [STEP]

    def test_an_exploration_survives_json(self) -> None:
        exploration = Exploration(
            (Outcome("returned", (1,)), Outcome("deadlock", schedule="1gd,1@f:0000.1+2")),
            False, 20, 3, 0.5, "gil", "adversarial", "pct", 7,
        )  # fmt: skip
        data = json.loads(json.dumps(exploration.to_data()))
        again = Exploration.from_data(data)
        assert again.to_data() == exploration.to_data()
        assert (again.switching, again.timeouts, again.strategy, again.seed) == (
            "gil", "adversarial", "pct", 7,
        )  # fmt: skip
        assert (again.executions, again.pruned, again.seconds) == (20, 3, 0.5)

    def test_a_timeline_is_asked_for_once(self) -> None:
        asked: list[str] = []

        def timeline_of(schedule: str) -> Timeline:
            asked.append(schedule)
            return Timeline(ending="here")

        outcome = Outcome.from_data(Outcome("returned", schedule="1ap").to_data(), timeline_of)
        assert asked == []
        assert outcome.timeline.ending == outcome.timeline.ending == "here"
        assert asked == ["1ap"]

    def test_an_outcome_that_nobody_can_replay_still_has_an_ending(self) -> None:
        assert Outcome("returned", 1).timeline == Timeline(ending="returned 1")
