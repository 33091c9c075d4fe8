"""The command `dojo`."""

from grader.cli.main import main

__all__ = ["main"]
