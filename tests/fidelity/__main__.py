"""Runs CPython's own tests of its threads on the simulated ones, on the Python that runs this."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tests.fidelity.package import MODULES, MissingTestsError, TestPackage
from tests.fidelity.report import ENOUGH, Report
from tests.fidelity.running import TestModule

_WIDTH = 80


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("modules", nargs=-1)
@click.option(
    "--tests",
    type=click.Path(path_type=Path),
    help="A `test` folder for what this Python's own lacks.",
)
@click.option("--switching", type=click.Choice(["anywhere", "gil"]), default="anywhere")
@click.option("--schedules", default=ENOUGH, help="Random schedules for each test, at most.")
@click.option("--seed", default=0, help="Of the random schedules.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write the results.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write this Python's section.")
def main(
    modules: tuple[str, ...],
    tests: Path | None,
    switching: str,
    schedules: int,
    seed: int,
    json_file: Path | None,
    markdown: Path | None,
) -> None:
    """Runs the test MODULES (such as test_queue), or all that are known.

    Ends with 1 if a test fails that tests/fidelity/skips.py does not explain, or if an entry of it
    explains nothing; with 2 if this Python has no tests.
    """
    try:
        package = TestPackage(tests)
    except MissingTestsError as error:
        raise click.UsageError(str(error)) from None
    here = package.modules()
    unknown = set(modules) - set(here)
    if unknown:
        raise click.UsageError(f"{min(unknown)} is none of {', '.join(here)}")
    chosen = [name for name in here if not modules or name in modules]
    families = {name.split(".")[0] for name in here}
    missing = [name for name in MODULES if name.split(".")[0] not in families and "." not in name]
    missing = [] if modules else missing
    report = Report(switching, schedules, chosen, missing, package.lent(chosen))
    started = time.perf_counter()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, width=_WIDTH), transient=True) as progress:
        task = progress.add_task("")
        for name in chosen:
            progress.update(task, description=name)
            for verdict in TestModule(package, name, switching, seed, schedules).verdicts():
                report.verdicts.append(verdict)
                shown = verdict.name.removeprefix("test_concurrent_futures.")
                progress.update(task, description=f"{len(report.verdicts)} {shown}"[:60])
    report.seconds = time.perf_counter() - started
    report.show(Console(width=_WIDTH))
    if json_file:
        json_file.write_text(report.to_json() + "\n", "utf-8")
    if markdown:
        report.write_section(markdown)
    sys.exit(bool(report.errors()))


main()
