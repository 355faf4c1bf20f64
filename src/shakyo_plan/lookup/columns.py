"""Columns that several lists have, whatever their records."""

from __future__ import annotations

from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.model import Commission, Status
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.output.table import Column, bracketed


def id_column(key: str, heading: str) -> Column[Any]:
    """Return the column of an id that may be absent."""

    def spreadsheet(row: Any) -> str:
        value = getattr(row, key)
        return bracketed([value]) if value else ""

    return Column(key, heading, spreadsheet=spreadsheet)


def status_column(tr: Translator, style: str = "") -> Column[Any]:
    """Return the column of a program's status, sorted in the order of the schema."""
    return Column(
        "status",
        tr(say("status")),
        show=lambda row: tr(status_word(row.status)) if row.status else "",
        order=lambda row: tuple(Status).index(row.status) if row.status else None,
        style=style,
    )


def commission_column(tr: Translator) -> Column[Any]:
    """Return the column of who commissions a program."""

    def show(row: Any) -> str:
        return tr(commission_word(row.commissioned_by)) if row.commissioned_by else ""

    def order(row: Any) -> int | None:
        body = row.commissioned_by
        return tuple(Commission).index(body) if body else None

    return Column("commissioned_by", tr(say("commissioned by")), show=show, order=order)


def budget_column(tr: Translator) -> Column[Any]:
    """Return the column of a program's budget in yen."""
    return Column(
        "budget_yen",
        tr(say("budget (yen)")),
        show=lambda row: "" if row.budget_yen is None else f"{row.budget_yen:,}",
        spreadsheet=lambda row: "" if row.budget_yen is None else str(row.budget_yen),
        right=True,
    )


def plans_column(tr: Translator) -> Column[Any]:
    """Return the column of the basic plans that cite a program."""
    return Column(
        "plans",
        tr(say("basic plans")),
        show=lambda row: " ".join(row.plans),
        spreadsheet=lambda row: bracketed(row.plans),
    )


def priorities_column(tr: Translator) -> Column[Any]:
    """Return the column of the priorities that cite a program."""
    return Column(
        "priorities",
        tr(say("priorities")),
        show=lambda row: " ".join(map(str, row.priorities)),
        short=tr(say("prio.")),
    )
