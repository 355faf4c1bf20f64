"""Tables: columns by the words in their head, cells that are merged or blank, heads that come again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shakyo_plan.documents.characters import without_typeset_spaces
from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.fact_words import FACTS, NO_COLUMNS, take_labelled
from shakyo_plan.documents.recognition.sketch import Fact, Item, Sketch
from shakyo_plan.documents.recognition.units import with_unit
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "name": lazy_pattern(
        r"(?:主な|実施|重点|主要)?(?:事業|活動|取り?組み?|サービス|行事|研修)(?:・?活動)?(?:名称?|項目)?|名称|項目|細?事業名"
    ),
    "district": lazy_pattern(r"(?:実施)?地区(?:名|協議会)?(?:名)?|支部名?|地域"),
    "status": lazy_pattern(r"区分|新規|新規・?(?:継続|拡充|改編)(?:の別)?|継続・?新規"),
    **{key: words for key, words in FACTS.items() if key not in NO_COLUMNS},
    "notes": lazy_pattern(r"備考|摘要|その他"),
    "commissioned_by": lazy_pattern(r"委託元|受託|受託・?補助(?:の別)?"),
    "goal": lazy_pattern(r"基本目標|目標|大項目|分野|柱"),
    "plan": lazy_pattern(r"基本計画|計画|施策|基本施策|中項目|部門名?|款|課名?|係名?"),
    "number": lazy_pattern(r"(?:番号|[NnＮ][OoＯｏ][.．]?|№|＃)"),
}
"""What the words in the head of a column mean."""
_PROGRAM_HEAD = lazy_pattern(
    r"(?:主な|実施|重点|主要|個別|細)?(?:事業|取り?組み?)(?:名称?|項目|・活動名?)?|(?:活動|サービス)名"
)
"""Heads that tell by themselves that a table is one of programs."""
_TOTAL = lazy_pattern(r"(?:[総合小]|部門)?[ 　]*(?:合[ 　]*)?計|総[ 　]*額")
_CARRIED = ("district", "goal", "plan")
"""Columns whose blank cells repeat the one above."""
_NUMBERED = ("goal", "plan")
_AS_PRINTED = (*_NUMBERED, "budget", "funding")
"""Columns in whose cells a space says where something ends."""
_CIRCLES = frozenset("○◯〇●◎✓✔☑レ")
_REFERENCE = lazy_pattern(
    r"[【\[（(]([^【】\[\]()（）]*?[0-9０-９]+[ 　]?[-－−‐–—ー][ 　]?[0-9０-９]+)[】\])）]"
)


@dataclass(frozen=True)
class Columns:
    """Which column is which."""

    keys: tuple[str | None, ...]
    heads: tuple[str, ...]

    def at(self, key: str) -> int | None:
        """Return the number of a column, from 0."""
        return self.keys.index(key) if key in self.keys else None

    def head(self, key: str) -> str:
        """Return the words at the head of a column; none where there is no such column."""
        at = self.at(key)
        return "" if at is None else self.heads[at]


def read_columns(cells: Sequence[str | None]) -> Columns | None:
    """Return the columns that a row is the head of; None for a row that is no head."""
    heads = tuple(re.sub(r"\s+", "", cell or "") for cell in cells)
    keys: list[str | None] = []
    for head in heads:
        found = next(
            (key for key, pattern in _COLUMNS.items() if head and pattern.fullmatch(head)), None
        )
        keys.append(found if found not in keys else None)
    known = [key for key in keys if key]
    if "name" not in known or sum(map(bool, heads)) < 2:
        return None
    # A head that says 事業名 is one of programs, whatever else the council tells of them.
    sure = any(_PROGRAM_HEAD.fullmatch(head) for head in heads)
    if not sure and (len(known) < 2 or len(known) * 2 < sum(map(bool, heads))):
        return None
    return Columns(tuple(keys), heads)


def names_programs_alone(lines: Sequence[Line]) -> bool:
    """Whether lines are nothing but a table of programs that names no goals and plans."""
    columns = next(filter(None, (read_columns(line.block.cells) for line in lines[:3])), None)
    return (
        columns is not None
        and all(line.is_row for line in lines)
        and not any(key in columns.keys for key in _NUMBERED)
    )


def read_table(rows: Sequence[Line], sketch: Sketch, *, parts: bool = False) -> list[Fact] | None:
    """Return what a table says of programs; None for one whose head is no head of programs.

    With ``parts`` the facts keep their goal and plan; else those stand among the notes.
    """
    start = next((n for n, row in enumerate(rows[:3]) if read_columns(row.block.cells)), None)
    if start is None:
        return None
    columns = read_columns(rows[start].block.cells)
    assert columns is not None  # noqa: S101 - just found
    sketch.table_heads += rows[: start + 1]
    head = rows[start].block.text
    _doubt_columns(columns, rows, start, sketch)
    unit = sketch.units.get(rows[start].block.table or 0)
    above: dict[str, str] = {}
    facts: list[Fact] = []
    for row in rows[start + 1 :]:
        if _is_head_again(row, head):
            sketch.table_heads.append(row)
        elif not _is_total(row):
            _add_row(row, columns, above, facts, unit)
    if not parts:
        for fact in facts:
            _note_parts(fact, columns)
    return [fact for fact in facts if fact.name]


def _is_total(row: Line) -> bool:
    """Whether a row sums others up: it is no program, and has no place in the file."""
    first = next((cell.strip() for cell in row.block.cells if cell and cell.strip()), "")
    return bool(_TOTAL.fullmatch(first.strip("（）()【】")))


def _doubt_columns(columns: Columns, rows: Sequence[Line], start: int, sketch: Sketch) -> None:
    """Doubt columns that have cells, and no key of their own in the file."""
    filled = [
        head
        for at, head in enumerate(columns.heads)
        if columns.keys[at] is None
        and any(at < len(row.block.cells) and row.block.cells[at] for row in rows[start + 1 :])
    ]
    if filled:
        heads = "、".join(head or "―" for head in filled)
        sketch.doubt(
            Code.OTHER_COLUMN, rows[start], heads,
            say("the file has no key for these columns; their cells stand under “notes”: {heads}", heads=heads),
        )  # fmt: skip


def items_of_table(rows: Sequence[Line], sketch: Sketch) -> list[Item] | None:
    """Return the programs of a table that stands under a plan, as entries of its list."""
    facts = read_table(rows, sketch)
    return None if facts is None else [item_of(fact, sketch) for fact in facts]


def _note_parts(fact: Fact, columns: Columns) -> None:
    """Put the goal and plan of a row, where the table does not make the tree, among its notes."""
    for key in _NUMBERED:
        if part := fact.values.pop(key, None):
            _note(fact.values, f"{columns.head(key)}：{part}".replace("\n", ""))


def item_of(fact: Fact, sketch: Sketch) -> Item:
    """Return a row of a table as an entry of a list."""
    values = dict(fact.values)
    if fact.status:
        values["status"] = fact.status
    if fact.district:
        values["district"] = fact.district
        if fact.district not in sketch.districts:
            sketch.districts.append(fact.district)
    return Item(fact.line, fact.name, list(fact.lines), facts=values)


def _is_head_again(row: Line, head: str) -> bool:
    squeezed = re.sub(r"\s+", "", row.block.text)
    return squeezed == re.sub(r"\s+", "", head)


def _add_row(
    row: Line, columns: Columns, above: dict[str, str], facts: list[Fact], unit: str | None
) -> None:
    values: dict[str, str] = {}
    for at, cell in enumerate(row.block.cells):
        key = columns.keys[at] if at < len(columns.keys) else None
        text = (cell or "").strip()
        if key not in _AS_PRINTED:
            text = without_typeset_spaces(text)
        merged = cell is None and key is not None
        if key in _CARRIED or merged:
            text = text or above.get(key or "", "")
            if key:
                above[key] = text
        elif key and key != "name":
            above[key] = text
        if not text:
            continue
        head = columns.heads[at] if at < len(columns.heads) else ""
        if key in ("budget", None):
            text = with_unit(text, head, unit)
        if key is None:
            _note(values, f"{head}：{text}" if head else text)
        elif key == "notes":
            _note(values, text)
        else:
            values[key] = text
    if "name" not in values:
        _go_on(row, values, facts)
        return
    facts.append(_fact(row, values, columns))


def _go_on(row: Line, values: dict[str, str], facts: list[Fact]) -> None:
    """Take a row without a name for the rest of the one above, as a page break leaves it."""
    if not facts:
        facts.append(Fact(row, "", lines=[row]))
        return
    last = facts[-1]
    last.lines.append(row)
    for key, text in values.items():
        if key not in (*_CARRIED, "status", "number"):
            last.values[key] = last.values.get(key, "") + text
    take_labelled(last.values)


def _fact(row: Line, values: dict[str, str], columns: Columns) -> Fact:
    name = values.pop("name").replace("\n", "")
    references = tuple(found[1].strip() for found in _REFERENCE.finditer(name))
    name = _REFERENCE.sub("", name).strip()
    fact = Fact(row, name, values, plan_ids=references, lines=[row])
    fact.district = values.pop("district", None)
    status = values.pop("status", None)
    if status is not None:
        fact.status = "new" if status.strip() in _CIRCLES else _status(status)
        if fact.status is None:
            _note(values, f"{columns.head('status')}：{status}")
    values.pop("number", None)
    take_labelled(values)
    return fact


def _note(values: dict[str, str], text: str) -> None:
    """Keep what has no key of its own among the notes."""
    values["notes"] = "\n".join(filter(None, (values.get("notes"), text)))


def _status(written: str) -> str | None:
    from shakyo_plan.documents.names.marks import STATUSES

    return STATUSES.get(written.strip("・（）() 　"))
