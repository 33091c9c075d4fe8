"""The summary of `benchmarks.sentences`: how many sentences are right, and which are not."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

VERDICTS = ("right", "silent", "wrong")


def markdown(found: Sequence[Mapping[str, Any]], judged: Mapping[str, Mapping[str, str]]) -> str:
    """Returns the summary as a page.

    Args:
        found: the failures, as `benchmarks.sentences` writes them.
        judged: the verdicts by key; one on another sentence than today's does not count.
    """
    return "\n".join([*_head(found, judged), *_patterns(found, judged), *_list(found, judged), ""])


def verdict_of(one: Mapping[str, Any], judged: Mapping[str, Mapping[str, str]]) -> str:
    """Returns "right", "silent" or "wrong"; "" where nobody has judged what is said today."""
    if not one["sentence"]:
        return "silent"
    known = judged.get(one["key"])
    return known["verdict"] if known and known["sentence"] == one["sentence"] else ""


def _head(found: Sequence[Mapping[str, Any]], judged: Mapping[str, Mapping[str, str]]) -> list[str]:
    counted = Counter(verdict_of(one, judged) for one in found)
    by_hand = sum(one["key"] in judged and bool(verdict_of(one, judged)) for one in found)
    programs = len({(one["kata"], one["mistake"]) for one in found})
    katas = len({one["kata"] for one in found})
    lines = sorted((one["lines"], one["key"]) for one in found if one["lines"])
    table = [
        f"| {verdict or 'not judged by hand yet'} | {counted[verdict]} |"
        for verdict in (*VERDICTS, "")
    ]
    drawn = ["No failure has a timeline."]
    if lines:
        median = statistics.median(number for number, _ in lines)
        longest = max(lines)
        drawn = [
            f"{len(lines)} of them have a timeline: {median:g} lines at 80 columns in the median, "
            f"{longest[0]} the longest (`{longest[1]}`)."
        ]
    return [
        "# What is said of failures",
        "",
        "Of every failure that a wrong submission of the course or a program of the SCTBench port",
        "shows, the sentence after “Why:”. Written by `python -m benchmarks.sentences`; the",
        "verdicts come of reading, are kept in `benchmarks/sentences_judged.json`, each as long as",
        "its sentence is the same. *Right* is true and names the mistake, or the interleaving that",
        "breaks the program; *silent* is no sentence; *wrong* is false or leads elsewhere. They",
        "were judged by what each submission says of its own mistake and by the recorded steps,",
        "and nearly all by a second reader, too. These found 44 wrong, mended or silent now; what",
        "was worded anew after that has been judged once.",
        "",
        f"{len(found)} failures of {programs} programs, {katas} katas with SCTBench as one; "
        f"{by_hand} judged by hand.",
        "",
        "| verdict | failures |",
        "|---|---:|",
        *table,
        "",
        *drawn,
        "",
    ]


def _patterns(
    found: Sequence[Mapping[str, Any]], judged: Mapping[str, Mapping[str, str]]
) -> list[str]:
    of = Counter((one["pattern"], verdict_of(one, judged)) for one in found if one["pattern"])
    lines = [
        "## By pattern",
        "",
        "| pattern | right | wrong | not judged |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {name} | {of[name, 'right']} | {of[name, 'wrong']} | {of[name, '']} |"
        for name in sorted({pattern for pattern, _ in of})
    ]
    lines += ["", "## By cause", "", "| cause | told | silent |", "|---|---:|---:|"]
    causes = Counter((one["cause"], bool(one["sentence"])) for one in found)
    for cause in sorted({cause for cause, _ in causes}):
        lines.append(f"| {cause} | {causes[cause, True]} | {causes[cause, False]} |")
    return [*lines, ""]


def _list(found: Sequence[Mapping[str, Any]], judged: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Returns those that a person found silent or wrong, with the reason."""
    lines = ["## Judged, and not right", ""]
    for one in found:
        verdict = verdict_of(one, judged)
        known = judged.get(one["key"])
        if verdict in ("silent", "wrong") and known and known["sentence"] == one["sentence"]:
            lines.append(f"- `{one['key']}`, {verdict}: {known['reason']}.")
    return lines
