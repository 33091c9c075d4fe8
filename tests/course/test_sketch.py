"""What a sketch keeps of a program, and what it doesn't."""

from __future__ import annotations

import pytest

from grader.course.sketch import packed, sketch, unpacked

PROGRAM = """
import threading

class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, times):
        with self._lock:
            self.value += times

    def reset(self):
        with self._lock:
            self.value = 0
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("_lock", "_guard"),
        ("value", "total"),
        ("times", "how_often"),
        ("value += times", "value = self.value + times"),
        ("class Counter:", 'class Counter:\n    """Counts."""\n'),
        ("times):", "times: int = 3) -> None:  # adds up"),
        (
            "with self._lock:\n            self.value += times",
            "self._lock.acquire()\n        try:\n            self.value += times\n"
            "        finally:\n            self._lock.release()",
        ),
    ],
)
def test_the_same_program_in_other_words_has_the_same_sketch(old: str, new: str) -> None:
    assert old in PROGRAM
    assert sketch(PROGRAM.replace(old, new)) == sketch(PROGRAM)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("threading.Lock", "threading.RLock"),
        ("with self._lock:\n            self.value += times", "self.value += times"),
        ("self.value = 0\n        self", "self.value = 1\n        self"),
        ("def reset", "def clear"),
    ],
)
def test_another_program_has_another_sketch(old: str, new: str) -> None:
    assert old in PROGRAM
    assert sketch(PROGRAM.replace(old, new)) != sketch(PROGRAM)


def test_the_order_of_methods_does_not_matter() -> None:
    head = PROGRAM.partition("    def increment")[0]
    rest = PROGRAM.removeprefix(head)
    add, _, reset = rest.partition("    def reset")
    turned = head + "    def reset" + reset + add
    assert sketch(turned) == sketch(PROGRAM)


def test_what_is_no_python_has_an_empty_sketch() -> None:
    assert sketch("def :") == frozenset()
    assert sketch("\0") == frozenset()


def test_a_sketch_is_packed_into_one_word_without_loss() -> None:
    word = packed(sketch(PROGRAM))
    assert unpacked(word) == sketch(PROGRAM)
    assert set(word) <= set("0123456789abcdef")
    assert packed(frozenset()) == ""
    assert unpacked("") == frozenset()
