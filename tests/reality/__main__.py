"""Holds what the engine explores against what real threads do, and writes it down.

    python -m tests.reality [--runs N] [--python PATH ...] [--json FILE] [--markdown FILE]

Every program of `programs/` is run so often on each Python. What a Python returned must be among
the outcomes explored under `anywhere`; what one with the GIL returned, under `gil`, too. The
outcomes are those of `expected.json`, which the tests hold the engine to on every Python.
`--from FILE` takes the runs from what `--json` wrote before, as far as they are there.

Exit code 1: something real is not explored.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from rich.progress import track

from tests.reality.explored import PROGRAMS, Observed, observe
from tests.reality.report import Version, document, errors, table

QUESTION = """
import sys
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print(*sys.version_info[:3], int(gil))
"""
RUNS = 10_000


def version_of(python: str) -> Version:
    done = subprocess.run([python, "-c", QUESTION], capture_output=True, text=True, check=True)
    major, minor, micro, gil = map(int, done.stdout.split())
    return Version((major, minor, micro), bool(gil))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reality", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--python", nargs="+", default=[sys.executable])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--from", type=Path, dest="earlier")
    arguments = parser.parse_args()
    kept = json.loads(arguments.earlier.read_text("utf-8")) if arguments.earlier else {}
    seen: dict[Version, dict[str, Observed]] = {}
    for python in arguments.python:
        version = version_of(python)
        mine = kept.setdefault(str(version), {})
        for name in track(PROGRAMS, str(version), transient=True):
            if name not in mine:
                mine[name] = asdict(observe(name, arguments.runs, python))
                if arguments.json:
                    arguments.json.write_text(json.dumps(kept, indent=1), "utf-8")
        seen[version] = {name: Observed(**mine[name]) for name in PROGRAMS}
    print(table(seen))
    if arguments.markdown:
        arguments.markdown.write_text(document(seen), "utf-8")
    wrong = errors(seen)
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
