"""`dojo classroom`: assign katas to a class, grade what it submits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.classroom.course_folder import CourseFolder
from grader.classroom.nbgrader import Classroom, StudentGrade
from grader.course.catalogue import Course
from grader.course.kata_file import shown
from grader.engine.errors import DojoError

_folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
_course = click.option(
    "--course",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder with exercises/ and solutions/; by default the one you are in.",
)


@click.group()
def classroom() -> None:
    """Hand katas to a class with nbgrader, and grade them.

    FOLDER is nbgrader's course folder: with source, release, submitted and its gradebook.
    """


@classroom.command()
@_folder
@click.argument("assignment")
@click.argument("katas", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Replace an assignment that exists and differs.")
@_course
def assign(
    folder: Path, assignment: str, katas: tuple[str, ...], force: bool, course: Path | None
) -> None:
    """Make ASSIGNMENT from KATAS, and the notebook to hand out.

    Exit code 0 if it is made, 2 if it can't be.
    """
    found = Course.find(course)
    chosen = [found.kata(name) for name in katas]
    release = Classroom(CourseFolder.set_up(folder)).release(assignment, chosen, force)
    click.echo(f"Hand out {shown(release)}")
    click.echo(f"Collect into {folder}/submitted/<student>/{assignment}/")


@classroom.command()
@_folder
@click.argument("assignment")
@click.option("--student", "students", multiple=True, help="Only this student; may be repeated.")
@click.option("--feedback/--no-feedback", default=True, help="Make the feedback pages, too.")
@_course
def grade(
    folder: Path,
    assignment: str,
    students: tuple[str, ...],
    feedback: bool,
    course: Path | None,
) -> None:
    """Grade what was submitted for ASSIGNMENT into nbgrader's gradebook.

    No submission runs inside nbgrader. What can't be graded safely waits for you in its formgrader.

    Exit code 0 if all are graded, 1 if somebody waits for you, 2 if nothing can be graded.
    """
    room = Classroom(CourseFolder(folder))

    def show(found: StudentGrade) -> None:
        if found.problem:
            click.echo(f"{found.student}: not graded: {found.problem}")
            return
        click.echo(f"{found.student}: {found.score:g} of {found.max:g}")
        for reason in dict.fromkeys(found.waiting.values()):
            cells = [cell for cell, why in found.waiting.items() if why == reason]
            click.echo(f"    by hand: {', '.join(cells)}: {reason}")
        if feedback:
            try:
                room.feedback(assignment, found.student)
            except DojoError as error:
                click.echo(f"    no feedback page: {error}")

    graded = room.grade(assignment, Course.find(course), students=students, on_student=show)
    if any(found.problem or found.waiting for found in graded):
        sys.exit(1)
