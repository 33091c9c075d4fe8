"""`Counter.update` counts in C: without the GIL a read and a store for each item."""

from __future__ import annotations

import pytest

COUNTING = """
    from collections import Counter
    counts, lock, words = Counter(), threading.Lock(), ["a"]
    class Twice(Counter):
        def __getitem__(self, key):
            return 2 * super().__getitem__(key)
    def locked():
        with lock:
            counts.update("a")
    def main():
        together({one}, {other})
        return dict(sorted(counts.items()))
"""
ONE, TWO, BOTH = {"a": 1}, {"a": 2}, {"a": 1, "b": 1}


@pytest.mark.parametrize(
    ("one", "other", "anywhere", "gil"),
    [
        ('lambda: counts.update("a")', 'lambda: counts.update(("a",))', [ONE, TWO], [TWO]),
        ('lambda: counts.update("a")', 'lambda: counts.update("b")', [BOTH], [BOTH]),
        ("lambda: counts.update(words)", 'lambda: words.append("b")', [ONE, BOTH], [ONE, BOTH]),
        ("locked", "locked", [TWO], [TWO]),
        ("lambda: counts.update(zip())", "counts.update", [{}], [{}]),
    ],
)
def test_two_updates(lab, one: str, other: str, anywhere: object, gil: object) -> None:
    program = lab.joined(COUNTING.format(one=one, other=other))
    for model, expected in (("anywhere", anywhere), ("gil", gil)):
        exploration = lab.explore(program, switching=model)
        assert sorted(exploration.values, key=repr) == sorted(expected, key=repr)
        assert exploration.exhaustive == ("zip" not in one)


def test_an_update_fails_as_in_python(lab) -> None:
    lab.as_python("""
        from collections import Counter
        def main():
            counts = Counter("ab")
            counts.update("a", b=2)
            counts.update({"c": 3})
            counts.update(None)
            return counts["a"], counts["b"], counts["c"], attempt(counts.update, [[]]), dict(counts)
    """)
