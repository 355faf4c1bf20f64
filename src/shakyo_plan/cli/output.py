"""Prints what a command found: in the format asked for, to the terminal, a pager or a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from shakyo_plan.cli.options import ListFormat
from shakyo_plan.cli.pager import page
from shakyo_plan.cli.session import Session
from shakyo_plan.message import say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from shakyo_plan.output.table import Table

R = TypeVar("R")

_BY_SUFFIX = {
    ".json": ListFormat.JSON,
    ".jsonl": ListFormat.JSONL,
    ".csv": ListFormat.CSV,
    ".md": ListFormat.MD,
    ".html": ListFormat.HTML,
    ".htm": ListFormat.HTML,
}


@dataclass(frozen=True, slots=True)
class Output:
    """How and where a person wants what a command found."""

    asked: ListFormat | None = None
    file: str | None = None
    no_pager: bool = False
    sort: str | None = None
    columns: str | None = None

    @property
    def format(self) -> ListFormat:
        """The format asked for, else the one that the file's name tells, else a table."""
        if self.asked is not None:
            return self.asked
        suffix = PurePath(self.file).suffix.lower() if self.file else ""
        return _BY_SUFFIX.get(suffix, ListFormat.TABLE)


def print_table(
    table: Table[R],
    output: Output,
    session: Session,
    views: Mapping[ListFormat, Callable[[Table[R]], str]] | None = None,
) -> None:
    """Print a list, its columns chosen and sorted as asked.

    ``views`` are formats that this list has in a form of its own, as long as nobody chose columns.

    Raises:
        UserError: a column does not exist, or the file cannot be written.
    """
    from shakyo_plan.output import html, rows

    # A list can be sorted by a column that is not shown.
    arranged = table.sorted_by(output.sort) if output.sort else table
    arranged = arranged.with_columns(output.columns) if output.columns else arranged
    own = None if output.sort or output.columns else (views or {}).get(output.format)
    if own is not None:
        put(own(arranged), output, session)
        return
    match output.format:
        case ListFormat.TABLE:
            from shakyo_plan.output.terminal.table import terminal_table

            text = rendered(lambda width: terminal_table(arranged, width), output, session)
        case ListFormat.JSON:
            text = rows.to_json(arranged)
        case ListFormat.JSONL:
            text = rows.to_jsonl(arranged)
        case ListFormat.CSV:
            text = rows.to_csv(arranged)
        case ListFormat.MD:
            text = rows.to_markdown(arranged)
        case ListFormat.HTML:
            text = html.table_page(arranged, session.tr)
    put(text, output, session)


def rendered(parts: Callable[[int], list[RenderableType]], output: Output, session: Session) -> str:
    """Return Rich's parts as text for where it goes; ``parts`` makes them for a width."""
    from shakyo_plan.output.terminal.render import NARROWEST, UNLIMITED, render

    on_terminal = output.file is None and session.terminal_width is not None
    width = max(session.terminal_width or 0, NARROWEST) if on_terminal else UNLIMITED
    return render(*parts(width), width=width, colour=session.colour and on_terminal)


def put(text: str, output: Output, session: Session) -> None:
    """Print a text, or write it to the file asked for; a long one on a terminal goes to a pager.

    Raises:
        UserError: the file cannot be written.
    """
    if output.file is not None:
        from shakyo_plan.source.writing import write_output

        write_output(Path(output.file), text)
        session.info(say("Written: {path}", path=output.file))
    elif not output.no_pager and session.is_long(text) and page(text):
        return
    elif output.format is ListFormat.TABLE:
        session.out(text)
    else:
        session.out_data(text)
