"""Reads what a worker says: exactly typed, or it is no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from grader.engine.outcome import Exploration, Outcome, Step, Timeline

KINDS = ("returned", "raised", "deadlock", "livelock", "limit", "crash")

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_EXPLORATION = {
    "exhaustive": bool,
    "executions": int,
    "pruned": int,
    "switching": str,
    "timeouts": str,
    "strategy": str,
    "seed": int,
    "impossible": str,
    "followed": int,
}
_OUTCOME = {"kind": str, "message": str, "schedule": str, "preemptions": int, "steps": int}
_STEP: dict[str, type] = {
    **{field.name: str for field in fields(Step)},
    **dict.fromkeys(("line", "since", "object", "place", "refers", "activation"), int),
    "fatal": bool,
}


class NoObservationError(ValueError):
    """What came is not of the form that the engine gives."""


def read_exploration(
    data: Mapping[str, Any],
    asked: Mapping[str, Any],
    timeline_of: Callable[[str], Timeline],
) -> Exploration:
    """Returns the exploration that a worker reports.

    Args:
        data: the worker's answer.
        asked: the options of the request; the answer has to be to these.
        timeline_of: gets an outcome's timeline, by its schedule.

    Raises:
        NoObservationError: `data` is none, or an answer to something else.
    """
    data = _printable(data)
    _check(data, _EXPLORATION)
    for name in asked.keys() & _EXPLORATION.keys():
        if name not in ("strategy", "executions") and data[name] != asked[name]:
            raise NoObservationError(f"{name} is {data[name]!r:.40}")
    for outcome in _list(data, "outcomes"):
        _check_outcome(outcome)
    try:
        return Exploration.from_data(dict(data), timeline_of)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise NoObservationError(f"no exploration ({error})") from None


def read_outcome(data: Mapping[str, Any]) -> Outcome:
    """Returns the outcome, with its timeline, that a worker reports of a replay.

    Raises:
        NoObservationError: `data` is none.
    """
    data = _printable(data)
    _check_outcome(data)
    timeline = data.get("timeline")
    _check(timeline, {"ending": str})
    for step in _list(timeline, "steps"):
        _check(step, _STEP)
    for thread in _list(timeline, "threads"):
        if type(thread) is not list or [type(text) for text in thread] != [str, str]:
            raise NoObservationError("a thread without path and name")
    for asked in _list(timeline, "asked"):
        if type(asked) is not list or [type(text) for text in asked] != [str, str]:
            raise NoObservationError("a call without thread and text")
    for activation in _list(timeline, "activations"):
        if type(activation) is not list or list(map(type, activation)) != [int, str, str]:
            raise NoObservationError("a call without caller, function and file")
    try:
        return Outcome.from_data(dict(data))
    except (KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise NoObservationError(f"no outcome ({error})") from None


def read_events(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the audit events that a worker reports beside an outcome.

    Raises:
        NoObservationError: `data` has none.
    """
    events = _list(_printable(dict(data)), "events")
    if any(type(event) is not str for event in events):
        raise NoObservationError("an event without a name")
    return tuple(events)


def _printable(data: Any) -> Any:
    """Returns `data` with control characters and lone surrogates escaped.

    Not in an outcome's value: that is compared exactly, and people see its `repr`.
    """
    if type(data) is str:
        return _UNPRINTABLE.sub(lambda match: repr(match[0])[1:-1], data)
    if type(data) is list:
        return [_printable(item) for item in data]
    if type(data) is dict:
        exact = "value" if "kind" in data else None
        return {key: item if key == exact else _printable(item) for key, item in data.items()}
    return data


def _check_outcome(data: Any) -> None:
    _check(data, _OUTCOME)
    if data["kind"] not in KINDS:
        raise NoObservationError(f"no kind of outcome: {data['kind']!r:.40}")
    if type(data.get("exception")) not in (str, type(None)):
        raise NoObservationError("an exception without a name")
    for name in ("unhandled", "left_running"):
        if any(type(text) is not str for text in _list(data, name)):
            raise NoObservationError(f"{name} holds no texts")


def _check(data: Any, types: Mapping[str, type]) -> None:
    if type(data) is not dict:
        raise NoObservationError(f"no object: {data!r:.40}")
    for name, kind in types.items():
        if type(data.get(name)) is not kind:
            raise NoObservationError(f"{name} is {data.get(name)!r:.40}")


def _list(data: Any, name: str) -> list[Any]:
    if type(data.get(name)) is not list:
        raise NoObservationError(f"{name} is no list")
    return list(data[name])
