"""Names the bug pattern in a recorded execution, from what its threads accessed."""

from grader.patterns.naming import pattern_of
from grader.patterns.trace import Pattern

__all__ = ["Pattern", "pattern_of"]
