"""Tables of figures: the indicators of a part, and the council's budget, income beside expenses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.cover import year_in
from shakyo_plan.documents.recognition.sketch import AccountSketch, IndicatorSketch, Sketch
from shakyo_plan.documents.recognition.units import with_unit
from shakyo_plan.values.lazy_pattern import lazy_pattern

_INDICATOR: Mapping[str, re.Pattern[str]] = {
    "name": lazy_pattern(r"(?:成果|評価|数値|活動)?指標(?:名|項目)?"),
    "unit": lazy_pattern(r"単位"),
    "baseline": lazy_pattern(r"(?:現状|基準|実績)値?"),
    "target": lazy_pattern(r"(?:数値)?目標値?"),
    "reason": lazy_pattern(r"(?:目標値?の?)?(?:設定)?(?:理由|根拠)"),
}
"""What the words in the head of a table of indicators mean."""
_MEASURES = ("baseline", "target")
_IN_WORDS = {"現状値": "baseline", "目標値": "target", "設定理由": "reason"}
"""What stands behind the name of an indicator that is told on one line, in this order."""
_WORD = lazy_pattern(rf"(?:[ 　]+|(?<=[0-9]))({'|'.join(_IN_WORDS)})[ 　：:]*")
_NAME_ALONE = lazy_pattern(r"[^0-9０-９、。：: 　]{1,40}")
_WITH_YEAR = lazy_pattern(r"(?P<words>[^（(]+)[（(](?P<year>[^（()）]*年度)[)）]")
_ACCOUNT = (
    lazy_pattern(r"収入(?:の部|科目|項目)?"),
    lazy_pattern(r"(?:予算)?(?:金額|額)(?:[（(].*円[）)])?"),
    lazy_pattern(r"(?:支出|費用)(?:の部|科目|項目)?"),
    lazy_pattern(r"(?:予算)?(?:金額|額)(?:[（(].*円[）)])?"),
)
_TOTAL = lazy_pattern(r"(?:収入|支出|費用)?(?:の?部)?(?:総?合?)計(?:額)?")


def indicators_of_table(rows: Sequence[Line], sketch: Sketch) -> list[IndicatorSketch] | None:
    """Return the indicators of a table; None where its head has columns that are none of theirs."""
    heads = [_year_behind(cell) for cell in _cells(rows[0])]
    keys = [
        next((key for key, words in _INDICATOR.items() if words.fullmatch(head)), None)
        for head, _ in heads
    ]
    if None in keys or "name" not in keys or len(set(keys)) < max(len(keys), 2):
        return None
    found = []
    for row in rows[1:]:
        cells = dict(zip(map(str, keys), _cells(row), strict=False))
        if not cells.get("name"):
            return None
        values: dict[str, Any] = {key: cells[key] for key in _INDICATOR if cells.get(key)}
        for (_, year), key in zip(heads, keys, strict=True):
            if key in _MEASURES and key in values:
                values[key] = _measure(values[key], year)
        found.append(IndicatorSketch(row, values))
    sketch.table_heads.append(rows[0])
    return found


def indicators_in(text: str) -> list[dict[str, Any]] | None:
    """Return the indicators that a text tells, one a line: 参加者数 現状値 10人 目標値 20人（令和8年度）.

    None for a text in which it is not plain what is measured, and how far.
    """
    lines = text.split("\n")
    found: list[dict[str, Any]] = []
    for line in lines:
        name, *told = _WORD.split(line.strip())
        keys = [_IN_WORDS[word] for word in told[::2]]
        values: dict[str, Any] = {"name": name, **dict(zip(keys, told[1::2], strict=True))}
        # In their order, each once, and nothing but a reason goes on as running text.
        in_order = keys == [key for key in _IN_WORDS.values() if key in keys]
        measures = [value for key, value in values.items() if key != "reason"]
        if not in_order or not all(values.values()) or any("。" in each for each in measures):
            return None
        if not keys and (len(lines) > 1 or not _NAME_ALONE.fullmatch(name)):
            return None
        found.append(
            {
                key: _measure(value, None) if key in _MEASURES else value
                for key, value in values.items()
            }
        )
    return found if len({each["name"] for each in found}) == len(found) else None


def read_accounts(lines: Sequence[Line], sketch: Sketch) -> None:
    """Sketch the tables of a budget that set income beside expenses; all else is left unplaced."""
    division: Line | None = None
    for _, run in groupby(lines, key=lambda line: line.block.table):
        rows = [line for line in run if line not in sketch.table_heads]
        if rows and not rows[0].is_row:
            division = rows[-1]
        elif rows and (account := _account(rows, sketch.units.get(rows[0].block.table or 0))):
            account.division = division
            division = None
            sketch.table_heads.append(rows[0])
            sketch.accounts.append(account)


def _account(rows: Sequence[Line], unit: str | None) -> AccountSketch | None:
    head = _cells(rows[0])
    if len(head) != len(_ACCOUNT) or not all(
        words.fullmatch(cell) for words, cell in zip(_ACCOUNT, head, strict=True)
    ):
        return None
    account = AccountSketch()
    for row in rows[1:]:
        cells = [*_cells(row), "", "", "", ""][: len(_ACCOUNT)]
        for key, at in (("income", 0), ("expenses", 2)):
            item, amount = cells[at], with_unit(cells[at + 1], head[at + 1], unit)
            if bool(item) != bool(amount):
                return None
            if item and _TOTAL.fullmatch(item):
                account.totals[f"{key}_total"] = amount
            elif item:
                account.items[key].append({"item": item, "amount": amount})
        account.lines.append(row)
    return account


def _cells(row: Line) -> list[str]:
    return [(cell or "").replace("\n", "").strip() for cell in row.block.cells]


def _year_behind(words: str) -> tuple[str, int | None]:
    """Return words without the year in brackets behind them, and that: 目標値（令和10年度）."""
    found = _WITH_YEAR.fullmatch(words)
    year = year_in(found["year"]) if found else None
    return (found["words"].strip(), year) if found and year else (words, None)


def _measure(written: str, year_of_column: int | None) -> dict[str, Any]:
    value, year = _year_behind(written)
    year = year or year_of_column
    return {"value": value} | ({"year": year} if year else {})
