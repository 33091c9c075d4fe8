"""Which known mistake a failing submission makes: by how it fails first, by its source second.

Wrong advice is worse than none. A mistake is offered only where the submission fails in the same
way, looks much like it, more like it than like anything right, and clearly more than like any other
mistake that would be answered differently.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from grader.course.kata import Kata
from grader.course.kata_file import read_text
from grader.course.mistakes import Mistake, Mistakes, Shape, read_mistakes, shape_of
from grader.course.sketch import Sketch, library_names, sketch
from grader.engine.errors import DojoError
from grader.judge.verdict import Grade

ALIKE = 0.8
"""How much alike two programs must be, from 0 to 1, for one's hint to be the other's."""

NEW = 1.0
"""What a trait weighs that no known program has: whoever writes more makes the same mistake."""

MARGIN = 0.1
"""How far behind the next mistake with another hint must be."""


def advice_for(kata: Kata, grade: Grade, submission: Path) -> str:
    """Returns the hint for the known mistake that a submission makes; "" where that is unsure.

    Args:
        kata: what it is for.
        grade: what the judge says about it.
        submission: the file.
    """
    if grade.verdict != "fail" or grade.untouched:
        return ""
    try:
        mistakes = read_mistakes(kata)
        if mistakes is None:
            return ""
        handed_out = sketch(read_text(kata.pristine)) if kata.pristine.is_file() else frozenset()
        source = read_text(submission)
    except DojoError:
        return ""
    judged = {result.name for result in grade.properties}
    fitting = [
        mistake
        for mistake in mistakes.known
        if fits(mistake.shape, shape_of(grade.properties), judged, in_full=kata.hidden is not None)
        and library_names(source).issuperset(mistake.names)
    ]
    found = nearest(sketch(source), fitting, mistakes, handed_out)
    return found.hint if found else ""


def fits(known: Shape, shape: Shape, judged: Collection[str], *, in_full: bool) -> bool:
    """Whether a submission fails as a known mistake does.

    Args:
        known: how the mistake fails under both suites.
        shape: how the submission fails.
        judged: the properties that were judged.
        in_full: under both suites. Under the visible one alone, a property that holds may yet
            fail under the hidden one.
    """
    if in_full:
        return {name: how for name, how in known.items() if name in judged} == dict(shape)
    return all(known.get(name) == how for name, how in shape.items())


def nearest(
    program: Sketch, fitting: Iterable[Mistake], mistakes: Mistakes, handed_out: Sketch
) -> Mistake | None:
    """Returns the one of the fitting mistakes that a program makes; None where that is unsure.

    Args:
        program: the submission.
        fitting: the mistakes that fail in the same way.
        mistakes: all that is known of the kata.
        handed_out: the stub.
    """
    others = [*mistakes.right, handed_out]
    likeness = _Likeness([*others, *(one.sketch for one in mistakes.known)])
    ranked = sorted(
        ((likeness.of(program, one.sketch), one) for one in fitting),
        key=lambda pair: (-pair[0], pair[1].name),
    )
    if not program or not ranked:
        return None
    best, mistake = ranked[0]
    if best < ALIKE or best <= max(likeness.of(program, other) for other in others):
        return None
    rival = max((how for how, one in ranked if one.hint != mistake.hint), default=0.0)
    return mistake if best - rival >= MARGIN or rival < best == 1 else None


class _Likeness:
    """How much alike programs are, given how common each of their traits is in a kata."""

    def __init__(self, programs: Collection[Sketch]) -> None:
        self._count = len(programs)
        self._common = Counter(trait for program in programs for trait in program)

    def of(self, one: Sketch, other: Sketch) -> float:
        """Returns the share of their traits that they have in common; rare ones weigh more."""
        return self._weight(one & other) / (self._weight(one | other) or 1.0)

    def _weight(self, traits: Sketch) -> float:
        return math.fsum(self._weight_of(trait) for trait in traits)

    def _weight_of(self, trait: str) -> float:
        common = self._common[trait]
        return 0.05 + math.log((self._count + 1) / (common + 1)) if common else NEW
