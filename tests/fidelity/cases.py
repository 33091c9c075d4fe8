"""What the rewritten entry of a test module calls: lists its tests, runs one of them."""

from __future__ import annotations

import unittest
from types import ModuleType

PASSED = "passed"
SKIPPED = "skipped"
FAILED = "failed"


def names(module: ModuleType) -> list[str]:
    """The tests of a module, as `Class.test`."""
    found = []
    for name, value in vars(module).items():
        if isinstance(value, type) and issubclass(value, unittest.TestCase):
            tests = unittest.defaultTestLoader.getTestCaseNames(value)
            found += [f"{name}.{test}" for test in tests]
    return found


def run(module: ModuleType, name: str) -> tuple[str, str]:
    """Runs one test with the fixtures of its class.

    Returns:
        "passed", "skipped" or "failed", and why.
    """
    # It only counts threads for the whole module, and asks for what processes need.
    vars(module).pop("setUpModule", None)
    class_name, test = name.split(".")
    result = unittest.TestResult()
    unittest.TestSuite([getattr(module, class_name)(test)])(result)
    wrong = [text for _, text in result.errors + result.failures]
    if wrong:
        return FAILED, "\n".join(wrong)
    if result.skipped:
        return SKIPPED, result.skipped[0][1]
    if result.unexpectedSuccesses:
        return FAILED, "it passes, but should fail"
    return PASSED, ""
