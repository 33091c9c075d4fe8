"""An execution as a person reads it: a column per thread, in source lines, with values."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from grader.engine.outcome import Timeline
from grader.report.look import DRAWN, NORM, UNBOXED, WORDS, Signs, printable
from grader.report.rows import MAIN, ROWS, Again, Event, Gap, Line, Row, rows_of

COLUMNS = 4
COLUMN_WIDTH = 20
GUTTER = 6
ROOMY = 2
TOO_BROKEN = 1.4
SOURCE_LINES = 3
EVENT_LINES = 6

_STYLES = {
    "read": "cyan",
    "write": "magenta",
    "acquire": "blue",
    "release": "blue",
    "wait": "yellow",
    "raise": "red",
    "switch": "yellow",
}


def render_timeline(
    timeline: Timeline,
    width: int = NORM,
    *,
    plain: bool = False,
    signs: Signs | None = None,
    limit: int = ROWS,
    telling: Sequence[int] = (),
) -> RenderableType:
    """Returns an execution as something that rich prints.

    One column per thread; a list with the threads' names in plain mode, and where
    columns would be too many, too narrow or too broken up to be read.

    Args:
        timeline: the execution.
        width: the columns to fill at most.
        plain: a list in words, without drawings, for a screen reader.
        signs: the characters to draw with.
        limit: how many rows at most; a longer story loses its middle.
        telling: the numbers of the steps that show the mistake, as in `Pattern.steps`; they
            are shown whatever else is left out, and the last one is marked.
    """
    signs = WORDS if plain else signs or DRAWN
    plain = signs is WORDS
    rows = rows_of(timeline, signs, limit, telling)
    told = _threads_told(timeline, rows)
    if len(told) > ROOMY:
        signs = replace(signs, vertical=signs.vertical[0])
    room = (width - GUTTER - len(signs.vertical) * (len(told) - 1)) // max(len(told), 1)
    lines = _list_lines(rows, width, signs)
    if not plain and len(told) <= COLUMNS and room >= COLUMN_WIDTH:
        columns = _column_lines(rows, told, room, signs)
        if len(told) <= ROOMY or len(columns) < TOO_BROKEN * len(lines):
            lines = columns
    if timeline.ending:
        lines.append(_ending(timeline, width))
    return Group(*lines)


def timeline_text(
    timeline: Timeline, width: int = NORM, plain: bool = False, telling: Sequence[int] = ()
) -> str:
    """Returns an execution as text without colours."""
    rendered = render_timeline(timeline, width, plain=plain, signs=UNBOXED, telling=telling)
    assert isinstance(rendered, Group)
    return "\n".join(str(line).rstrip() for line in rendered.renderables)


def _threads_told(timeline: Timeline, rows: list[Line]) -> dict[str, str]:
    """Returns the names of the threads that have a row, by path, in the order they were started."""
    telling = {row.thread: row.name for row in rows if isinstance(row, Row)}
    order = [path for path, _ in timeline.threads if path in telling]
    return {path: telling[path] for path in [*order, *(set(telling) - set(order))]}


def _column_lines(rows: list[Line], told: dict[str, str], room: int, signs: Signs) -> list[Text]:
    main_file = _main_file(rows)
    cells = [(row, _cell(row, room, main_file, signs)) for row in rows]
    widths = dict.fromkeys(told, COLUMN_WIDTH)
    for row, cell in cells:
        if row.thread in told:
            longest = max(line.cell_len for line in cell)
            widths[row.thread] = max(widths[row.thread], longest)
    names = [Text(printable(name), "bold") for name in told.values()]
    lines = [_join("line", names, widths.values(), signs)]
    if signs.box:
        rule = [Text(signs.horizontal * column, "dim") for column in widths.values()]
        lines.append(_join("", rule, widths.values(), signs))
    for row, cell in cells:
        for number, line in enumerate(cell):
            columns = [line if path == row.thread else Text() for path in told]
            if row.thread not in told:
                lines.append(Text(" " * GUTTER).append_text(line))
                continue
            gutter = str(row.line) if isinstance(row, Row) and number == 0 else ""
            fatal = isinstance(row, Row) and row.fatal and number == 0
            lines.append(_join(gutter, columns, widths.values(), signs, fatal))
    return lines


def _cell(row: Line, room: int, main_file: str, signs: Signs) -> list[Text]:
    if not isinstance(row, Row):
        return [Text(line, "dim") for line in _wrap(_left_out(row, signs), room)]
    lines = [Text(line, "bold red" if row.fatal else "bold") for line in _wrap(row.source, room)]
    if row.file != main_file:
        lines += [Text(line, "dim") for line in _wrap(f"(in {printable(row.file)})", room, "  ")]
    for event in row.events:
        lines += _event_lines(event, room, signs)
    return lines


def _event_lines(event: Event, room: int, signs: Signs) -> list[Text]:
    text = event.text
    if event.kind == "switch":
        text = f"{signs.dash} {text} {signs.dash}"
    if event.fatal:
        text = f"{signs.failed} {text}"
    style = "bold red" if event.fatal else _STYLES.get(event.kind, "")
    indent = "" if event.fatal and len(signs.failed) == 1 else "  "
    lines = _wrap(indent + text, room, "    ", EVENT_LINES)
    if event.note:
        lines += _wrap("    " + event.note, room, "    ", EVENT_LINES)
    return [Text(line, style) for line in lines]


def _left_out(row: Gap | Again, signs: Signs) -> str:
    if isinstance(row, Again):
        return f"{signs.dots} the same again, {row.times:,} times"
    whose = f" of {printable(row.name)}" if row.name else ""
    return f"{signs.dots} {row.steps} more step{'s' * (row.steps != 1)}{whose}"


def _join(
    gutter: str, cells: list[Text], widths: Iterable[int], signs: Signs, fatal: bool = False
) -> Text:
    mark = signs.failed if fatal and len(signs.failed) == 1 else " "
    line = Text().append(mark, "bold red").append(gutter.rjust(GUTTER - 2), "dim").append(" ")
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        if number:
            line.append(signs.vertical, "dim")
        line.append_text(cell).append(" " * (width - cell.cell_len))
    line.rstrip()
    return line


def _list_lines(rows: list[Line], width: int, signs: Signs) -> list[Text]:
    main_file = _main_file(rows)
    names = [printable(row.name) for row in rows if isinstance(row, Row)]
    indent = max([cell_len(name) for name in names], default=0) + 2
    lines: list[Text] = []
    for row in rows:
        if not isinstance(row, Row):
            lines.append(Text("  ").append(_left_out(row, signs), "dim"))
            continue
        name = Text("  ").append(printable(row.name).ljust(indent), "bold cyan")
        place = f"line {row.line}" + (f" of {row.file}" if row.file != main_file else "")
        head = _wrap(f"{printable(place)}: {row.source}", width - indent - 2)
        style = "bold red" if row.fatal else "bold"
        for number, text in enumerate(head):
            start = name if number == 0 else Text(" " * (indent + 2))
            lines.append(start.append(text, style))
        for event in row.events:
            told = _event_lines(event, width - indent - 2, signs)
            lines.extend(Text(" " * (indent + 2)).append_text(line) for line in told)
    return lines


def _ending(timeline: Timeline, width: int) -> Text:
    failed = any(step.fatal for step in timeline.steps)
    text = textwrap.fill(
        f"Ending: {printable(timeline.ending)}",
        width,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    return Text(text, "bold red" if failed else "bold")


def _main_file(rows: list[Line]) -> str:
    """Returns the file that needs no mention: where the threads other than main mostly are."""
    told = [row for row in rows if isinstance(row, Row)]
    files = Counter(row.file for row in told if row.thread != MAIN) or Counter(r.file for r in told)
    return files.most_common(1)[0][0] if files else ""


def _wrap(text: str, width: int, indent: str = "  ", limit: int = SOURCE_LINES) -> list[str]:
    lines = textwrap.wrap(
        text,
        width,
        subsequent_indent=indent,
        break_on_hyphens=False,
        max_lines=limit,
        placeholder=" …",
    )
    if width > COLUMN_WIDTH // 2 and any(cell_len(line) > width for line in lines):
        return _wrap(text, width - 1, indent, limit)
    lead = len(text) - len(text.lstrip())
    if lines and lead and not lines[0].startswith(" "):
        lines[0] = " " * lead + lines[0]
    return lines or [""]
