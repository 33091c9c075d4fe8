"""The command's entry: which commands there are, exit codes, errors in one line."""

from __future__ import annotations

import difflib
import errno
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from grader.classroom.commands import classroom
from grader.cli.exploring import explore, replay
from grader.cli.learning import check, hint, init, list_katas, next_step, reset, solution, update
from grader.cli.teaching import course, pack
from grader.course.kata_file import shown
from grader.engine.errors import DojoError

EXIT_CODES = (
    "Exit codes: 0 all is well; 1 something was found, such as a kata that fails; "
    "2 the command cannot do what was asked; 3 a defect of gil-dojo itself, whose traceback "
    "DOJO_TRACEBACK=1 shows; 130 interrupted."
)


# A full disk or a folder that may not be written to is nobody's defect.
_OF_THE_MACHINE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EMFILE)


class InterruptedByUserError(Exception):
    """Ctrl-C."""


class Dojo(click.Group):
    """Lists commands in the order in which a learner meets them, and suggests the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise InterruptedByUserError from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.commands, 1, 0.5)
            advice = f"did you mean `{near[0]}`?" if near else "`dojo --help` lists them"
            raise DojoError(f"no command is called {args[0]!r}; {advice}")
        return super().resolve_command(ctx, args)


@click.group(cls=Dojo, invoke_without_command=True, epilog=EXIT_CODES)
@click.version_option(package_name="gil-dojo", message="gil-dojo %(version)s")
@click.pass_context
def dojo(context: click.Context) -> int:
    """Learn Python's Global Interpreter Lock by mending small programs.

    \b
    dojo                    what to do next
    dojo init my-dojo       a folder of exercises of your own
    dojo check counter      the interleaving that breaks your code
    dojo hint counter       a nudge

    In place of `dojo check` you can run `pytest exercises/`.
    """
    return next_step() if context.invoked_subcommand is None else 0


for command in (
    init,
    list_katas,
    check,
    hint,
    reset,
    solution,
    update,
    explore,
    replay,
    pack,
    course,
):
    dojo.add_command(command)
    for each in (command, *getattr(command, "commands", {}).values()):
        each.epilog = EXIT_CODES
dojo.add_command(classroom)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs `dojo` and exits."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs `dojo` with the arguments given, those of the process by default.

    Returns:
        The exit code.
    """
    try:
        return int(dojo.main(arguments, prog_name="dojo", standalone_mode=False) or 0)
    except DojoError as error:
        click.echo(f"dojo: {error}", err=True)
    except click.ClickException as error:
        error.show()
    except (InterruptedByUserError, KeyboardInterrupt, click.Abort):
        click.echo("\n" * sys.stderr.isatty() + "dojo: interrupted", err=True)
        return 130
    except OSError as error:
        if error.errno not in _OF_THE_MACHINE:
            return _defect(error)
        place = f"{shown(Path(error.filename))}: " if error.filename else ""
        click.echo(f"dojo: {place}{error.strerror}", err=True)
    except Exception as error:
        return _defect(error)
    return 2


def _defect(error: Exception) -> int:
    from grader.judge import defect

    click.echo(f"dojo: {defect.told(error)}", err=True)
    return defect.EXIT_CODE
