"""The formats of output: what ``--format`` calls them, and which endings of files mean them.

The one registry of the formats that every list has; reports of findings add their own to it
(lint/reporters), in the same form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.language import Translator
    from shakyo_plan.output.card import Card
    from shakyo_plan.output.table import Table


class OutputFormat(NamedTuple):
    """A format: its name, the endings of files that mean it, and other names for it."""

    name: str
    endings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    document: bool = False
    """Whether it is a file of another program, which opens it by its ending alone."""


TABLE = OutputFormat("table", (".txt",))
JSON = OutputFormat("json", (".json",))
JSONL = OutputFormat("jsonl", (".jsonl", ".ndjson"))
CSV = OutputFormat("csv", (".csv",))
MARKDOWN = OutputFormat("md", (".md", ".markdown"), ("markdown",))
HTML = OutputFormat("html", (".html", ".htm"))
XLSX = OutputFormat("xlsx", (".xlsx",), document=True)
DOCX = OutputFormat("docx", (".docx",), document=True)

_WRITERS = {
    JSON: "json_data",
    JSONL: "json_data",
    CSV: "csv_rows",
    MARKDOWN: "markdown",
    HTML: "html",
    XLSX: "xlsx",
}
"""The module of each format, whose functions are named by it: only the one asked for is imported."""

LIST_FORMATS = (TABLE, *_WRITERS)
"""The formats of every list. The first is for the terminal, whose width only the edge knows."""

CARD_FORMATS = (CSV, MARKDOWN, HTML, XLSX)
"""Those in which a card is written here; as data it is a record of its own."""


def write_table(table: Table[Any], format_: OutputFormat, tr: Translator) -> str | bytes:
    """Return a list in a format of files and pipes: any of `LIST_FORMATS` but the terminal's."""
    return _writer("table", format_)(table, tr)


def write_card(card: Card, format_: OutputFormat, tr: Translator) -> str | bytes:
    """Return a card in one of `CARD_FORMATS`."""
    return _writer("card", format_)(card, tr)


def _writer(what: str, format_: OutputFormat) -> Callable[[Any, Translator], str | bytes]:
    module = import_module(f"shakyo_plan.output.{_WRITERS[format_]}")
    write: Callable[[Any, Translator], str | bytes] = getattr(module, f"{what}_{format_.name}")
    return write


def chosen_format(
    asked: str | None, file: str | None, possible: Iterable[OutputFormat]
) -> OutputFormat:
    """Return the format that was asked for, else the one that the file's ending means, else the first.

    Raises:
        UserError: the name or the ending is none of those that are possible; the message names them.
    """
    formats = tuple(possible)
    ending = PurePath(file).suffix if file else ""
    if asked is not None:
        named = _named(asked, formats)
        if named.document and ending and ending.lower() not in named.endings:
            raise _no_ending(ending, file or "", (named,))
        return named
    if not ending:
        return formats[0]
    for format_ in formats:
        if ending.lower() in format_.endings:
            return format_
    raise _no_ending(ending, file or "", formats)


def _named(asked: str, formats: tuple[OutputFormat, ...]) -> OutputFormat:
    wanted = asked.strip().lower()
    for format_ in formats:
        if wanted in (format_.name, *format_.aliases):
            return format_
    names = tuple(format_.name for format_ in formats)
    possible = say("Possible values: {choices}", choices=names)
    if near := nearest(wanted, names, 1):
        possible = say("Did you mean “{nearest}”? {known}", nearest=near[0], known=possible)
    raise UserError(
        say("Invalid value “{given}” for {parameter}", parameter="--format", given=asked), possible
    )


def _no_ending(ending: str, file: str, formats: tuple[OutputFormat, ...]) -> UserError:
    endings = tuple(format_.endings[0] for format_ in formats if format_.endings)
    return UserError(
        say("This command does not make {ending} files: {path}", ending=ending, path=file),
        say(
            "The name may end in {endings}; with --format, as you like",
            endings=endings,
        ),
    )
