"""Prints what a command found: in the format asked for, to the terminal, a pager or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from shakyo_plan.cli.pager import shown_in_pager
from shakyo_plan.cli.session import Session
from shakyo_plan.message import say
from shakyo_plan.output.escape import for_log
from shakyo_plan.output.formats import (
    LIST_FORMATS,
    MARKDOWN,
    TABLE,
    OutputFormat,
    chosen_format,
    write_table,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from shakyo_plan.output.table import Table

R = TypeVar("R")

Views: TypeAlias = Mapping[OutputFormat, Callable[[], str | bytes]]
"""What a command can print, format by format; the first where nothing else is asked for."""

STANDARD_OUTPUT = "-"
_HOW = say("Space: next page, b: back, /: search, q: leave")
"""What the pager says on the screen."""


@dataclass(frozen=True, slots=True)
class Output:
    """How and where a person wants what a command found."""

    asked: str | None = None
    """What ``--format`` says."""
    file: str | None = None
    """What ``--output-file`` says; - is standard output."""
    no_pager: bool = False
    sort: str | None = None
    columns: str | None = None

    @property
    def path(self) -> Path | None:
        """The file to write; None for standard output."""
        return None if self.file in (None, STANDARD_OUTPUT) else Path(str(self.file))

    @property
    def prints_data(self) -> bool:
        """Whether a list for programs goes to standard output.

        Raises:
            UserError: the format is none of those of lists.
        """
        return self.path is None and self.format() is not TABLE

    def format(self, possible: Iterable[OutputFormat] = LIST_FORMATS) -> OutputFormat:
        """Return the format asked for, else the one that the file's name means, else the first.

        Raises:
            UserError: it is none of those that are possible.
        """
        return chosen_format(self.asked, str(self.path) if self.path else None, possible)


def print_views(views: Views, output: Output, session: Session) -> None:
    """Print what a command found in the format that is wanted.

    Raises:
        UserError: the command does not have the format, or the file cannot be written.
    """
    wanted = output.format(views)
    put(views[wanted](), wanted, output, session)


def print_table(
    table: Table[R], output: Output, session: Session, own: Views | None = None
) -> None:
    """Print a list, its columns chosen and sorted as asked.

    ``own`` are formats that this list has in a form of its own, as long as nobody chose columns or
    an order.

    Raises:
        UserError: there is no such column or format, or the file cannot be written.
    """
    # A list can be sorted by a column that is not shown.
    arranged = table.sorted_by(output.sort) if output.sort else table
    arranged = arranged.with_columns(output.columns) if output.columns else arranged
    as_it_is = not output.sort and not output.columns
    views = {**table_views(arranged, output, session), **((own or {}) if as_it_is else {})}
    print_views(views, output, session)


def table_views(table: Table[R], output: Output, session: Session) -> Views:
    """Return a list in every format of lists."""

    def on_terminal(width: int) -> list[RenderableType]:
        from shakyo_plan.output.terminal.table import terminal_table

        return terminal_table(table, width)

    written = {
        format_: partial(write_table, table, format_, session.tr) for format_ in LIST_FORMATS[1:]
    }
    return {TABLE: lambda: rendered(on_terminal, output, session), **written}


def rendered(parts: Callable[[int], list[RenderableType]], output: Output, session: Session) -> str:
    """Return Rich's parts as text for where it goes; ``parts`` makes them for a width."""
    from shakyo_plan.output.terminal.render import NARROWEST, UNLIMITED, render

    on_terminal = output.path is None and session.terminal_width is not None
    width = max(session.terminal_width or 0, NARROWEST) if on_terminal else UNLIMITED
    return render(*parts(width), width=width, colour=session.colour and output.path is None)


def put(text: str | bytes, format_: OutputFormat, output: Output, session: Session) -> None:
    """Print a text, or write it to the file asked for; a long one on a terminal goes to a pager.

    Raises:
        UserError: the file cannot be written, or it is none that a terminal can show.
    """
    if format_ is MARKDOWN and isinstance(text, str):
        text = for_log(text)
    if output.path is not None:
        from shakyo_plan.source.outputs import write_output

        write_output(output.path, text)
        session.info(say("Written: {path}", path=str(output.path)))
    elif isinstance(text, bytes):
        session.out_bytes(text, format_.name)
    elif not output.no_pager and session.is_long(text) and shown_in_pager(text, session.tr(_HOW)):
        return
    elif format_ is TABLE:
        session.out(text)
    else:
        session.out_data(text)
