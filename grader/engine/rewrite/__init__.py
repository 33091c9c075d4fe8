"""Scheduling points, put into the source of a program as it is loaded."""

from grader.engine.rewrite.compiling import (
    TOO_DEEP,
    Rewritten,
    Source,
    nested_too_deeply,
    parse,
    rewritten,
)
from grader.engine.rewrite.sites import Site

__all__ = ["TOO_DEEP", "Rewritten", "Site", "Source", "nested_too_deeply", "parse", "rewritten"]
