"""The world that a program sees: Python's threads, locks and clock, simulated."""

from grader.engine.world.library import Library, library

__all__ = ["Library", "library"]
