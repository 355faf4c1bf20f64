"""The unit of all amounts of a table, which stands above it or in its first row: （単位：千円）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.values.lazy_pattern import lazy_pattern

_UNIT = lazy_pattern(
    r"[（(［\[〔]?[ 　]*(?:金額)?(?:の)?単位[ 　]*[：:は]?[ 　]*(?P<unit>(?:百万|千|万|億)?円)[ 　]*[）)］\]〕]?"
)
_IN_HEADING = lazy_pattern(
    r"[（(［\[〔][ 　]*単位[ 　]*[：:][ 　]*(?P<unit>(?:百万|千|万|億)?円)[ 　]*[）)］\]〕]$"
)
"""The unit behind the heading of a table: 事業一覧（単位：千円）."""
_AMOUNT = lazy_pattern(r"[△▲\-－−]?[ 　]*[0-9０-９][0-9０-９,，.]*")
_OF_MONEY = lazy_pattern(
    r"予算|決算|前年度|金額|事業費|経費|増減|差引|比較|財源|収入|支出|補助金|委託料"
)


def take_units(lines: Sequence[Line], sketch: Sketch) -> tuple[Line, ...]:
    """Note for each table the unit that stands above it; returns the other lines."""
    taken: list[Line] = []
    unit: tuple[str, Line | None] | None = None
    for line in lines:
        if found := _UNIT.fullmatch(line.block.text.strip()):
            unit = found["unit"], line
            if line.block.table is not None:
                sketch.units[line.block.table] = found["unit"]
                taken.append(line)
        elif not line.is_row and (found := _IN_HEADING.search(line.title)):
            unit = found["unit"], None
        elif unit is not None and line.block.table is not None:
            above = unit[1]
            if above is None or above.block.table is None:
                sketch.units[line.block.table] = unit[0]
                taken += [above] if above is not None else []
            unit = None
        elif line.is_sentence or line.mark is not None:
            unit = None
    sketch.table_heads += taken
    numbers = {line.block.number for line in taken}
    return tuple(line for line in lines if line.block.number not in numbers)


def with_unit(text: str, head: str, of_table: str | None) -> str:
    """Return a bare amount with the unit that the head of its column names, or else that of its table."""
    if not _AMOUNT.fullmatch(text):
        return text
    own = re.search(r"(?:百万|千|万|億)?円", head)
    if own:
        return f"{text}{own[0]}"
    return f"{text}{of_table}" if of_table and _OF_MONEY.search(head) else text
