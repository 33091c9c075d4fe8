"""Scheduling points, put into the source of a program as it is loaded."""

from grader.engine.rewrite.compiling import Rewritten, Source, parse
from grader.engine.rewrite.sites import Site

__all__ = ["Rewritten", "Site", "Source", "parse"]
