"""The draft as the text of a plan file: canonical, with each doubt as a comment at its spot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.output.escape import escape
from shakyo_plan.source.document import read_document
from shakyo_plan.source.editing.scalar import scalar
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.schema.check import check
from shakyo_plan.values.data_path import ROOT, DataPath

_SCHEMA_LINE = "# yaml-language-server: $schema=../schema/plan.schema.json"
_LONGEST = 160
"""Letters of a printed text that a comment repeats."""


def draft_text(
    data: Mapping[str, Any], doubts: Sequence[Doubt], source: str, tr: Translator
) -> str:
    """Return the text of the draft; ``source`` is what the comment at its head calls the document."""
    comments = defaultdict(list)
    for doubt in doubts:
        comments[doubt.place or ROOT].append(comment_of(doubt, tr))
    header = tr(
        say(
            "Imported from {source}. A comment that begins with 要確認 is to be checked and then deleted.",
            source=source,
        )
    )
    lines = [_SCHEMA_LINE, "#", f"# {escape(header)}"]
    lines += comments.pop(ROOT, [])
    lines.append("")
    lines += _map_lines(data, ROOT, "", comments)
    text = "\n".join(lines) + "\n"
    document = read_document(text.encode("utf-8"))
    return text if document.findings or check(document) else formatted(document)


def comment_of(doubt: Doubt, tr: Translator) -> str:
    """Return a doubt as a comment on one line."""
    where = where_words(doubt, tr)
    rows = (" ".join(row.split()) for row in doubt.printed.split("\n"))
    printed = " ／ ".join(filter(None, rows))
    head = f"# 要確認 {doubt.code.value} {where}: "
    if doubt.code is Code.UNPLACED and len(printed) > _LONGEST:
        # What has no place in the file stands nowhere but in its comment: whole.
        return escape(f"{head}{tr(doubt.reason)}: {printed}")
    shown = printed if len(printed) <= _LONGEST else f"{printed[:_LONGEST]}…"
    return escape(
        head + tr(say("printed “{printed}”: {reason}", printed=shown, reason=doubt.reason))
    )


def where_words(doubt: Doubt, tr: Translator) -> str:
    """Return where a doubt stands, as far as the carrier tells."""
    where = doubt.block.where
    parts = []
    if where.page is not None:
        parts.append(tr(say("page {n}", n=where.page)))
    if where.cell is not None:
        parts.append(tr(say("cell {cell}", cell=where.cell)))
    elif where.line is not None:
        parts.append(tr(say("line {n}", n=where.line)))
    elif where.paragraph is not None:
        parts.append(tr(say("paragraph {n}", n=where.paragraph)))
    return " ".join(parts)


def _map_lines(
    data: Mapping[str, Any], place: DataPath, indent: str, comments: Mapping[DataPath, list[str]]
) -> Iterator[str]:
    for key, value in data.items():
        here = (*place, key)
        yield from (indent + comment for comment in comments.get(here, ()))
        yield from _value_lines(value, here, indent, f"{key}:", comments)


def _value_lines(
    value: Any, place: DataPath, indent: str, lead: str, comments: Mapping[DataPath, list[str]]
) -> Iterator[str]:
    inner = indent + "  "
    match value:
        case list() | Mapping() if not value:
            yield f"{indent}{lead} {'[]' if isinstance(value, list) else '{}'}"
        case list():
            yield f"{indent}{lead}"
            for at, item in enumerate(value):
                here = (*place, at)
                yield from (inner + comment for comment in comments.get(here, ()))
                if isinstance(item, Mapping):
                    lines = list(_map_lines(item, here, inner + "  ", comments))
                    said = next(
                        n for n, line in enumerate(lines) if not line.lstrip().startswith("#")
                    )
                    yield from (line.replace(inner + "  ", inner, 1) for line in lines[:said])
                    yield f"{inner}- {lines[said].removeprefix(inner + '  ')}"
                    yield from lines[said + 1 :]
                else:
                    yield f"{inner}- {_scalar(item, inner + '  ')}"
        case Mapping():
            yield f"{indent}{lead}"
            yield from _map_lines(value, place, inner, comments)
        case _:
            yield f"{indent}{lead} {_scalar(value, inner)}"


def _scalar(value: str | int, indent: str) -> str:
    if isinstance(value, int):
        return str(value)
    text = "\n".join(line.strip() for line in value.replace("\t", " ").split("\n")).strip("\n")
    if "\n" in text:
        return scalar(text, f"|-\n{indent}x", in_flow=False).rstrip("\n")
    return scalar(text, "", in_flow=False)
