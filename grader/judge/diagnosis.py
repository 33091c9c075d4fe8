"""What a test's failure says about the submission: verdict, cause, and a plain sentence."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from grader.engine.errors import DojoError, UnsimulatedError
from grader.engine.outcome import ORDER, CounterexampleError, Exploration, Outcome
from grader.judge import defect
from grader.judge.explore import Look
from grader.judge.gate.reading import Submission
from grader.judge.worker import (
    WorkerDefectError,
    WorkerDiedError,
    WorkerError,
    WorkerGarbledError,
    WorkerHungError,
    WorkerSpentError,
)

_LONGEST = 200  # characters of a value in a sentence
_MOST = 4  # values in a sentence


@dataclass(frozen=True)
class Diagnosis:
    """Why a property doesn't pass.

    Attributes:
        verdict: as in `grader.judge.verdict`.
        cause: for a fail.
        message: one plain sentence.
        look: the exploration that showed it.
        outcome: the outcome of it that decided.
        wrong: how many of its outcomes are wrong.
    """

    verdict: str
    cause: str | None
    message: str
    look: Look | None = None
    outcome: Outcome | None = None
    wrong: int = 0


def diagnose(
    error: BaseException,
    looks: Sequence[Look],
    submission: Submission,
    line: int | None,
    quotable: bool,
) -> Diagnosis:
    """Says what the exception that ended a test means.

    Args:
        error: the exception.
        looks: the explorations that the test made.
        submission: what was tested.
        line: the innermost line of the suite that the exception came through.
        quotable: the suite is visible, so what it expects may be told.
    """
    match error:
        case AssertionError() if not _is_ours(error):
            return _disproved(error, looks, quotable)
        case WorkerHungError():
            return Diagnosis("limit", None, _hang(error, submission))
        case WorkerSpentError():
            return Diagnosis("limit", None, error.sentence)
        case WorkerDiedError() | WorkerGarbledError():
            return Diagnosis("fail", "crash", error.sentence)
        case WorkerDefectError():
            return infra(defect.told(error))
        case WorkerError():
            return infra(error.sentence)
        case DojoError() if _is_about(error, submission):
            return Diagnosis("rejected", None, _located(error))
        case DojoError():
            return infra(str(error))
        case _:
            where = "the suite" if line is None else f"the suite, line {line}"
            return infra(f"{where}: {type(error).__name__}: {error}")


def infra(what: str) -> Diagnosis:
    """Returns the diagnosis that there is none: something of ours is broken."""
    return Diagnosis("infra", None, f"this could not be judged: {what}")


def _disproved(error: AssertionError, looks: Sequence[Look], quotable: bool) -> Diagnosis:
    look, wrong = _counterexamples(error, looks)
    words = "" if isinstance(error, CounterexampleError) else " ".join(str(error).split())
    if look is not None and look.exploration.strategy == ORDER:
        return _wrong_order(look, words)
    if words and not wrong:
        return Diagnosis("fail", "wrong", words)
    if look is None or not wrong:
        return Diagnosis("fail", "wrong", _nothing_wrong_seen(look, quotable), look)
    outcome = min(wrong, key=lambda o: (o.kind == "limit", o.preemptions, o.steps, o.schedule))
    message = getattr(error, "story", "") or words
    message = message or _sentence(outcome, look.exploration, wrong, quotable)
    if outcome.kind == "limit":
        return Diagnosis("limit", None, message, look, outcome, len(wrong))
    return Diagnosis("fail", _cause(outcome), message, look, outcome, len(wrong))


def _wrong_order(look: Look, words: str) -> Diagnosis:
    """The order is the learner's own work, so it is wrong, whatever it makes a program do."""
    (outcome,) = look.exploration.outcomes
    words = look.exploration.impossible or words or outcome.describe()
    return Diagnosis("fail", "wrong", words, look, outcome, 1)


def _counterexamples(
    error: AssertionError, looks: Sequence[Look]
) -> tuple[Look | None, tuple[Outcome, ...]]:
    """Returns the exploration that a test failed on, and the outcomes that were wrong."""
    if isinstance(error, CounterexampleError):
        for look in looks:
            if look.exploration is error.exploration:
                return look, look.exploration.wrong or tuple(filter(None, [error.outcome]))
    for look in reversed(looks):
        if look.exploration.wrong:
            return look, look.exploration.wrong
    if not looks:
        return None, ()
    outcomes = looks[-1].exploration.outcomes
    unhappy = tuple(outcome for outcome in outcomes if outcome.kind != "returned")
    lone = len(outcomes) == 1 and not str(error)
    return looks[-1], unhappy or (outcomes if lone else ())


def _cause(outcome: Outcome) -> str:
    if outcome.kind in ("deadlock", "livelock", "crash"):
        return outcome.kind
    return "race" if outcome.preemptions else "wrong"


def _sentence(
    outcome: Outcome, exploration: Exploration, wrong: Sequence[Outcome], quotable: bool
) -> str:
    match outcome.kind:
        case "returned":
            got = _short(outcome.value)
            right = [o.value for o in exploration.outcomes if o not in wrong]
            expected = _expected(exploration) or right
            if quotable and expected:
                return f"expected {_one_of(expected)}, got {got}"
            others = f"; other interleavings give {_one_of(right)}" if right else ""
            return f"got {got}{others}"
        case "raised":
            return outcome.describe()
        case "deadlock":
            return outcome.message or "the threads deadlock: each waits for another"
        case "livelock":
            return outcome.message or "the threads go on for ever and get nowhere"
        case "limit":
            return outcome.message or f"still running after {outcome.steps:,} steps"
        case _:
            return outcome.message or outcome.describe()


def _nothing_wrong_seen(look: Look | None, quotable: bool) -> str:
    if look is None:
        return "the promise is not kept"
    if not look.exploration.outcomes:
        return "no execution came to an end"
    values = [o.value for o in look.exploration.outcomes]
    missing = [v for v in _expected(look.exploration) if _short(v) not in map(_short, values)]
    if missing and quotable:
        return f"never gives {_one_of(missing)}, which must be possible"
    return f"never gives anything but {_one_of(values)}"


def _expected(exploration: Exploration) -> list[Any]:
    """Returns the values that the last comparison allowed, where the engine remembers them."""
    expected = getattr(exploration, "expected", None)
    return list(expected) if expected else []


def _one_of(values: Iterable[Any]) -> str:
    texts = sorted({_short(value) for value in values}, key=lambda text: (len(text), text))
    if len(texts) == 1:
        return texts[0]
    rest = ["…"] if len(texts) > _MOST else []
    return "one of " + ", ".join(texts[:_MOST] + rest)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _hang(error: WorkerHungError, submission: Submission) -> str:
    own = {source.file for source in (submission.module, *submission.siblings)}
    where = next((f" in {file}, line {line}" for file, line in error.stack if file in own), "")
    return f"it hangs{where}: {error.sentence}"


def _is_ours(error: AssertionError) -> bool:
    """Tells an assertion that fails in the judge's own code from one that a test makes."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    innermost = str(frames[-1].f_globals.get("__name__")) if frames else ""
    return innermost.startswith("grader.") and not isinstance(error, CounterexampleError)


def _is_about(error: DojoError, submission: Submission) -> bool:
    own = {source.file for source in (submission.module, *submission.siblings)}
    return error.file in own or (isinstance(error, UnsimulatedError) and error.file is None)


def _located(error: DojoError) -> str:
    if error.file is None:
        return error.sentence
    line = "" if error.line is None else f", line {error.line}"
    return f"{error.file}{line}: {error.sentence}"
