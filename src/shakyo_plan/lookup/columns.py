"""Columns that several lists have, whatever their records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.model import Commission, Program, Status, terms
from shakyo_plan.model.citations import Citations
from shakyo_plan.model.data import data_of
from shakyo_plan.model.fields import Field, fields_of
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.value_words import value_words
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.output.table import Column, bracketed

R = TypeVar("R")


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


def program_columns_of(tr: Translator, of: Callable[[R], Program]) -> tuple[Column[R], ...]:
    """Return a column for each key that a program may have, and for its budget in yen.

    ``of`` says which program a record is about.
    """
    columns = tuple(_field_column(field, tr, of) for field in fields_of(Program))
    return (*columns, _budget_column(tr, of))


def _field_column(field: Field, tr: Translator, of: Callable[[R], Program]) -> Column[R]:
    def value(row: R) -> Any:
        return data_of(getattr(of(row), field.key))

    def order(row: R) -> int | None:
        chosen = value(row)
        return field.choices.index(chosen) if chosen is not None else None

    return Column(
        field.key,
        tr(say("program")) if field.key == "name" else tr(field.word),
        value,
        show=lambda row: value_words(field, getattr(of(row), field.key), tr, "・"),
        order=order if field.choices else None,
    )


def _budget_column(tr: Translator, of: Callable[[R], Program]) -> Column[R]:
    def yen(row: R, form: str) -> str:
        amount = of(row).budget_yen
        return "" if amount is None else format(amount, form)

    return Column(
        "budget_yen",
        tr(say("budget (yen)")),
        lambda row: of(row).budget_yen,
        show=lambda row: yen(row, ","),
        spreadsheet=lambda row: yen(row, ""),
        right=True,
    )


def citation_columns(tr: Translator, of: Callable[[R], Citations]) -> tuple[Column[R], ...]:
    """Return the columns of what cites a program: goals, basic plans, priorities.

    People read numbers as printed; in spreadsheets and as data they are ids.
    """

    def numbers(kind: PartKind, ids: Iterable[int | str], between: str = " ") -> str:
        return between.join(tr.number(kind, part_id) for part_id in ids)

    return (
        Column(
            "goals",
            tr(terms.GOALS),
            lambda row: of(row).goals,
            show=lambda row: numbers(PartKind.GOAL, of(row).goals, "・"),
            spreadsheet=lambda row: "・".join(map(str, of(row).goals)),
        ),
        Column(
            "plans",
            tr(terms.PLANS),
            lambda row: of(row).plans,
            show=lambda row: numbers(PartKind.PLAN, of(row).plans),
            spreadsheet=lambda row: bracketed(of(row).plans),
        ),
        Column(
            "priorities",
            tr(terms.PRIORITIES),
            lambda row: of(row).priorities,
            show=lambda row: numbers(PartKind.PRIORITY, of(row).priorities),
            spreadsheet=lambda row: " ".join(map(str, of(row).priorities)),
            short=tr(terms.PRIORITY_SHORT),
        ),
    )
