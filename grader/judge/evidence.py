"""Did the interleavings happen? Signs that a submission has tampered with the engine beside it.

The engine shares a process with the submission, so this is evidence, not proof. Three signs, each
of which makes a pass suspect, so that a person looks at it:

- canaries: small programs of the judge's own, under a random name, explored in the very process in
  which the submission has just been tried. It must still be found there what is known of them;
- parity: an execution whose outcome was reported, run again in a fresh process with the recording
  build, must end in the same way;
- audit: in that run Python's own audit events (PEP 578) tell what the submission reached for.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from grader.engine import ScenarioSource
from grader.engine.encoding import canonical
from grader.engine.outcome import Outcome
from grader.judge.explore import Look, Session

_LOST = """
def {name}(submission, start):
    box = [start]
    def add():
        box[0] += 1
    together(add, add)
    return box[0]
"""
_STUCK = """
def {name}(submission, start):
    one, two = threading.Lock(), threading.Lock()
    def this_way():
        with one, two:
            pass
    def that_way():
        with two, one:
            pass
    together(this_way, that_way)
    return start
"""
_SAFE = """
def {name}(submission, start):
    box, lock = [start], threading.Lock()
    def add():
        with lock:
            box[0] += 1
    together(add, add)
    return box[0]
"""
_IMPORTS = ("import threading", "from grader import together")


@dataclass(frozen=True)
class _Canary:
    """A program of which it is known how it can end.

    Attributes:
        text: its source; `{name}` stands for its name.
        values: what it can return, less what it starts from.
        kinds: how it can end.
    """

    text: str
    values: frozenset[int]
    kinds: frozenset[str]


_CANARIES = (
    _Canary(_LOST, frozenset({1, 2}), frozenset({"returned"})),
    _Canary(_STUCK, frozenset({0}), frozenset({"returned", "deadlock"})),
    _Canary(_SAFE, frozenset({2}), frozenset({"returned"})),
)


def sing(session: Session) -> str:
    """Explores the canaries where the submission of a session has just been tried.

    Returns:
        Why that makes the submission suspect; empty if it does not.

    Raises:
        WorkerError: there is no answer.
    """
    names = [f"scene_{secrets.token_hex(6)}" for _ in _CANARIES]
    # One text, as it is rewritten, beside the submission, once for all of them.
    texts = [canary.text.format(name=name) for canary, name in zip(_CANARIES, names, strict=True)]
    options = {"executions": 200, "seed": 0, "switching": "anywhere", "timeouts": "patient"}
    for canary, name in zip(_CANARIES, names, strict=True):
        start = secrets.randbelow(1 << 20)
        source = ScenarioSource(name, f"{names[0]}.py", 1, "".join(texts), _IMPORTS)
        found = session.watch(source, [start], options)
        values = {o.value - start for o in found.outcomes if type(o.value) is int}
        if values != canary.values or {o.kind for o in found.outcomes} != canary.kinds:
            return "a program whose races are known shows other ones beside this submission"
    return ""


def compare(session: Session, look: Look) -> str:
    """Runs one reported execution again in a fresh process, and listens.

    Args:
        session: of the submission.
        look: what was reported.

    Returns:
        Why that makes the submission suspect; empty if it does not.

    Raises:
        DojoError: the schedule does not even fit.
        WorkerError: there is no answer.
    """
    reported = max(look.exploration.outcomes, key=lambda o: (o.preemptions, o.steps, o.schedule))
    again, heard = session.audited(look.scenario, look.args, reported.schedule)
    if heard:
        return f"as it ran, it reached for {', '.join(heard)}"
    if _ending(again) != _ending(reported):
        return "the same order of steps ends in another way in a fresh process"
    return ""


def _ending(outcome: Outcome) -> tuple[str, str, str | None]:
    return outcome.kind, canonical(outcome.value), outcome.exception
