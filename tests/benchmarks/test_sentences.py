"""The summary of what is said of failures counts a verdict only for the sentence it was given to."""

from __future__ import annotations

from typing import Any

from benchmarks.sentence_figures import markdown, verdict_of


def failure(key: str, sentence: str, lines: int) -> dict[str, Any]:
    kata, mistake, _ = key.split("/")
    named = {"pattern": "lost update" if sentence else "", "sentence": sentence}
    return {"key": key, "kata": kata, "mistake": mistake, "cause": "race", "lines": lines, **named}


FOUND = [
    failure("counter/no_lock/a", "T1 reads it.", 10),
    failure("counter/no_lock/b", "T2 reads it.", 30),
    failure("queue/drops/c", "", 20),
]
JUDGED = {
    "counter/no_lock/a": {"sentence": "T1 reads it.", "verdict": "right", "reason": ""},
    "counter/no_lock/b": {"sentence": "T2 read it.", "verdict": "right", "reason": ""},
    "queue/drops/c": {"sentence": "", "verdict": "silent", "reason": "it is no race"},
}


def test_a_verdict_stands_as_long_as_its_sentence() -> None:
    assert [verdict_of(one, JUDGED) for one in FOUND] == ["right", "", "silent"]


def test_the_summary_counts_and_lists() -> None:
    text = markdown(FOUND, JUDGED)
    assert "3 failures of 2 programs, 2 katas with SCTBench as one; 2 judged by hand." in text
    assert "| right | 1 |\n| silent | 1 |\n| wrong | 0 |\n| not judged by hand yet | 1 |" in text
    assert "20 lines at 80 columns in the median, 30 the longest (`counter/no_lock/b`)" in text
    assert "| lost update | 1 | 0 | 1 |" in text
    assert "- `queue/drops/c`, silent: it is no race." in text
