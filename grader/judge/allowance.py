"""What all of one grading may take. A backstop: the budgets of explorations are in steps.

What has begun may go on up to its own deadline; nothing more is begun once nothing is left.
"""

from __future__ import annotations

from dataclasses import dataclass

WORK = 90.0
"""Seconds of work that a submission's processes may do for one grade."""

WAIT = 900.0
"""Seconds that the judge waits for that work, on however busy a machine."""

REAL = 180.0
"""Seconds that its real runs may last together."""


@dataclass
class Allowance:
    """What is left of it, in seconds.

    Attributes:
        work: of processor time, or of waiting in vain for an answer.
        wait: for answers.
        real: of real runs.
    """

    work: float = WORK
    wait: float = WAIT
    real: float = REAL
