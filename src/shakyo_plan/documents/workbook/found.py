"""What comparing the rows of a sheet has found, and which row is which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from shakyo_plan.documents.workbook.cells import unwritten
from shakyo_plan.documents.workbook.changes import Conflict, Edit, Missing, Refused
from shakyo_plan.documents.workbook.reading import Cell, Row
from shakyo_plan.message import Message, say


class Found:
    """Collects what one sheet has changed."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.edits: list[Edit] = []
        self.conflicts: list[Conflict] = []
        self.refused: list[Refused] = []
        self.missing: list[Missing] = []

    def refuse(self, cell: Cell, item: str, field: str, reason: Message) -> None:
        """Note a cell that cannot be read."""
        self.refused.append(Refused(cell.where, item, field, cell.text, reason))


def same(one: str, other: str) -> bool:
    """Whether two texts are the same for a person; spaces at their ends are not seen.

    LibreOffice does not escape ``_x0041_`` when it saves again, and Excel then reads a letter.
    """
    return one.strip() == other.strip() or unwritten(one) == unwritten(other)


def with_exported(
    rows: Iterable[Row],
    exported: Mapping[str, list[str]],
    is_original: Callable[[Row, Sequence[str]], bool],
    name: str,
    found: Found,
) -> Iterator[tuple[Row, list[str] | None]]:
    """Yield each row with what was exported under its key; None for a new row, and for a copy.

    Who copies a row copies its hidden key. ``is_original`` tells which of them was not changed since;
    where none or several are, it cannot be told, and the cell in the column ``name`` is refused.
    """
    rows = tuple(rows)
    times = Counter(row.key for row in rows)
    originals: dict[str, list[str]] = {}
    for row in rows:
        if times[row.key] > 1 and row.key in exported and is_original(row, exported[row.key]):
            originals.setdefault(row.key, []).append(row.where)
    for row in rows:
        if row.key not in exported:
            yield row, None
        elif times[row.key] == 1:
            yield row, exported[row.key]
        elif len(originals.get(row.key, ())) == 1:
            yield row, exported[row.key] if originals[row.key] == [row.where] else None
        else:
            cell = row.cells[name]
            reason = say(
                "Copied rows: plan cannot tell which is the old one; clear column A of the new ones"
            )
            found.refuse(cell, cell.text, name, reason)
