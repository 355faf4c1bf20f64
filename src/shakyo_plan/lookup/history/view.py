"""Programs and basic plans through the years, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.lookup.columns import citation_columns, program_columns_of
from shakyo_plan.lookup.history.life_lines import End, LifeLine
from shakyo_plan.lookup.history.through_years import PlanYear, ProgramYear
from shakyo_plan.lookup.programs.data import program_data
from shakyo_plan.message import say, say_n, translatable
from shakyo_plan.model import Status
from shakyo_plan.model.words import plan_words, status_word
from shakyo_plan.output.table import Column, Table, bracketed, lines_of
from shakyo_plan.values.fiscal_year import FiscalYear

_ENDS = {
    End.DISCONTINUED: translatable("discontinued"),
    End.MERGED: translatable("merged"),
    End.GONE: translatable("removed"),
}
_LETTERS = {
    None: translatable("."),
    Status.NEW: translatable("N"),
    Status.EXPANDED: translatable("E"),
    Status.CONTINUED: translatable("C"),
    Status.RESTRUCTURED: translatable("R"),
    Status.REDUCED: translatable("L"),
    Status.MERGED: translatable("M"),
    Status.SUSPENDED: translatable("S"),
    Status.DISCONTINUED: translatable("D"),
}
"""The statuses in one letter each, for timelines; L is for less."""


def program_history_columns(tr: Translator) -> tuple[Column[ProgramYear], ...]:
    """Return the columns of a program's history."""
    columns: tuple[Column[ProgramYear], ...] = program_columns_of(tr, lambda row: row.program)
    return (
        Column("fiscal_year", tr(say("fiscal year")), show=lambda row: _year(row.fiscal_year)),
        *(replace(each, style="cyan") if each.key == "status" else each for each in columns),
        *citation_columns(tr, lambda row: row.citations),
        Column("path", tr(say("file"))),
    )


def program_history_table(
    records: tuple[ProgramYear, ...], years: Sequence[int], tr: Translator
) -> Table[ProgramYear]:
    """Return a program's history; ``years`` are all that have a plan."""
    return Table(
        program_history_columns(tr),
        lines_of(records),
        records[-1].program.name,
        timeline(records, years, tr),
        narrow=("fiscal_year", "name", "status", "schedule", "budget_yen", "plans"),
        wide=("fiscal_year", "name", "status", "schedule", "budget_yen", "plans", "priorities"),
        exported=(
            *("fiscal_year", "name", "status", "schedule", "budget_yen", "plans", "priorities"),
            *("goals", "district", "commissioned_by", "aliases", "formerly", "path"),
        ),
        data=_year_data,
    )


def _year_data(row: ProgramYear) -> dict[str, Any]:
    year = {"fiscal_year": row.fiscal_year, "path": row.path}
    return {**year, **program_data(row.program, row.citations)}


def timeline(records: tuple[ProgramYear, ...], years: Sequence[int], tr: Translator) -> str:
    """Return the years in one line: ``令和5 new ─ 令和6 continued ─ 令和7 (absent)``.

    Names from before the first plan, which only its ``formerly`` tells, come first.
    """
    before = records[0].program.formerly if records[0].fiscal_year == years[0] else ()
    parts = [tr(say("formerly {names}", names=before))] if before else []
    for year in years:
        words = dict.fromkeys(
            tr(status_word(record.program.status))
            for record in records
            if record.fiscal_year == year
        )
        status = "・".join(words) or tr(say("(absent)"))
        parts.append(f"{_short(year)} {status}")
    return " ─ ".join(parts)


def plan_history_columns(tr: Translator) -> tuple[Column[PlanYear], ...]:
    """Return the columns of a basic plan's history."""
    return (
        Column("fiscal_year", tr(say("fiscal year")), show=lambda row: _year(row.fiscal_year)),
        Column("id", tr(say("number")), spreadsheet=lambda row: bracketed([row.id])),
        Column("title", tr(say("title"))),
        Column("program_count", tr(say("programs")), lambda row: len(row.programs), right=True),
        Column("added", tr(say("programs added")), style="green"),
        Column("removed", tr(say("programs removed")), style="red"),
        Column("programs", tr(say("program"))),
        Column("path", tr(say("file"))),
    )


def plan_history_table(records: tuple[PlanYear, ...], tr: Translator) -> Table[PlanYear]:
    """Return a basic plan's history."""
    last = records[-1]
    return Table(
        plan_history_columns(tr),
        lines_of(records),
        f"{plan_words(last.id, tr)} {last.title}",
        tr(say_n("{n} year", "{n} years", len(records))),
        narrow=("fiscal_year", "id", "title", "program_count", "added", "removed"),
        exported=("fiscal_year", "id", "title", "program_count", "added", "removed", "programs"),
    )


def life_line_columns(tr: Translator, years: Sequence[int] = ()) -> tuple[Column[LifeLine], ...]:
    """Return the columns of the list of all programs; ``years`` are those of its timelines."""
    ends = f"{_short(years[0])}–{_short(years[-1])}" if years else tr(say("timeline"))
    return (
        Column("name", tr(say("program"))),
        Column("began", tr(say("began")), show=lambda row: _short(row.began)),
        Column("ended", tr(say("ended")), show=lambda row: _short(row.ended)),
        Column("end", tr(say("how it ended")), show=lambda row: _end(row, tr)),
        Column(
            "timeline", ends, lambda row: "".join(tr(_LETTERS[status]) for status in row.statuses)
        ),
        Column("earlier_names", tr(say("former names"))),
        Column("into", tr(say("merged into"))),
        Column("out_of", tr(say("split from"))),
        Column("first_year", tr(say("first year"))),
        Column("last_year", tr(say("last year"))),
    )


def life_line_table(
    lines: tuple[LifeLine, ...], years: Sequence[int], tr: Translator
) -> Table[LifeLine]:
    """Return all programs of all years."""
    began = sum(line.began is not None for line in lines)
    ended = sum(line.ended is not None for line in lines)
    return Table(
        life_line_columns(tr, years),
        lines_of(lines),
        tr(say("All programs, {first} to {last}", first=_year(years[0]), last=_year(years[-1]))),
        tr(
            say(
                "{n} programs; {began} began, {ended} ended. {key}",
                n=len(lines),
                began=began,
                ended=ended,
                key=tuple(
                    say("{letter} {status}", letter=say(letter), status=status_word(status))
                    for status, letter in _LETTERS.items()
                    if status and any(status in line.statuses for line in lines)
                ),
            )
        ),
        narrow=("name", "timeline", "began", "ended", "end"),
        wide=("name", "timeline", "began", "ended", "end", "earlier_names"),
    )


def _end(row: LifeLine, tr: Translator) -> str:
    if row.end is None:
        return ""
    if row.into:
        return tr(say("merged into {names}", names=row.into))
    return tr(_ENDS[row.end])


def _year(number: int) -> str:
    return str(FiscalYear(number))


def _short(number: int | None) -> str:
    """Return a year as tables have room for it, 令和6 without 年度."""
    return FiscalYear(number).era.removesuffix("年度") if number is not None else ""
