"""The money of a plan: as a list, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.lookup.budget.totals import Budget, BudgetRow
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import AccountItem, Commission, terms
from shakyo_plan.model.data import data_of
from shakyo_plan.model.headings import heading, titled
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.words import commission_word
from shakyo_plan.output.table import Column, Line, Table, bracketed

_HEADS = {
    BudgetBy.GOAL: terms.GOAL,
    BudgetBy.PLAN: terms.PLAN,
    BudgetBy.DISTRICT: say("district"),
    BudgetBy.COMMISSION: say("commissioned by"),
    BudgetBy.SOURCE: say("source of funds"),
}
_NUMBERED = {BudgetBy.GOAL: PartKind.GOAL, BudgetBy.PLAN: PartKind.PLAN}


def budget_data(budget: Budget) -> dict[str, Any]:
    """Return a plan's money as data."""
    return {
        "rows": [asdict(row) for row in budget.rows],
        "total_yen": budget.total_yen,
        "compared_total_yen": budget.compared_total_yen,
        "accounts": [data_of(account) for account in budget.accounts],
    }


def budget_table(budget: Budget, tr: Translator) -> Table[BudgetRow]:
    """Return a plan's money as a list; the accounts stand below the programs."""
    compared = ("compared_yen", "difference") if budget.compared else ()
    return Table(
        _columns(budget, tr),
        (*(Line(row) for row in budget.rows), *_accounts(budget, tr)),
        f"{budget.plan.year}  {budget.plan.council.name}",
        "\n".join(tr(line) for line in _footer(budget)),
        narrow=("title", "count", "budget_yen", *compared, "without"),
        exported=("id", "title", "count", "budget_yen", *compared, "without_amount"),
    )


def _columns(budget: Budget, tr: Translator) -> tuple[Column[BudgetRow], ...]:
    then = str(budget.compared.year) if budget.compared else ""
    return (
        Column(
            "id", tr(say("number")), spreadsheet=lambda row: bracketed([row.id]) if row.id else ""
        ),
        Column("title", tr(_HEADS[budget.by]), show=lambda row: _title(row, budget, tr)),
        Column("count", tr(say("programs")), lambda row: len(row.programs), right=True),
        _yen("budget_yen", tr(say("budget (yen)")), lambda row: row.budget_yen),
        _yen("compared_yen", tr(say("{year} (yen)", year=then)), lambda row: row.compared_yen),
        _yen("difference", tr(say("difference (yen)")), _difference, "+,"),
        Column(
            "without",
            tr(say("without an amount")),
            lambda row: len(row.without_amount) or None,
            right=True,
        ),
        Column("without_amount", tr(say("programs without an amount"))),
        Column("programs", tr(say("program"))),
    )


def _yen(key: str, head: str, value: Any, form: str = ",") -> Column[BudgetRow]:
    def shown(row: BudgetRow) -> str:
        amount = value(row)
        return "" if amount is None else format(amount, form)

    def plain(row: BudgetRow) -> str:
        amount = value(row)
        return "" if amount is None else str(amount)

    return Column(key, head, value, show=shown, spreadsheet=plain, right=True)


def _difference(row: BudgetRow) -> int | None:
    if row.budget_yen is None or row.compared_yen is None:
        return None
    return row.budget_yen - row.compared_yen


def _title(row: BudgetRow, budget: Budget, tr: Translator) -> str:
    if row.id is None:
        return tr(say("none of these"))
    if kind := _NUMBERED.get(row.by):
        return titled(heading(budget.plan.numbering, kind, row.id, tr), row.title)
    return tr(commission_word(Commission(row.id))) if row.by is BudgetBy.COMMISSION else row.title


def _accounts(budget: Budget, tr: Translator) -> Iterator[Line[BudgetRow]]:
    for account in budget.accounts:
        division = account.division or tr(say("The council as a whole"))
        for word, items, total in (
            (say("income"), account.income, account.income_total),
            (say("expenses"), account.expenses, account.expenses_total),
        ):
            if not (items or total):
                continue
            yield Line(heading=f"{division}  {tr(word)}  {total or ''}".rstrip())
            yield from (Line(heading=_item(item), depth=1) for item in items)


def _item(item: AccountItem) -> str:
    return f"  {item.item}  {item.amount}"


def _footer(budget: Budget) -> Iterator[Message]:
    if budget.total_yen is not None:
        yield say("{n} yen in total", n=f"{budget.total_yen:,}")
    else:
        yield say("No program has an amount")
    if budget.repeated:
        yield say_n(
            "{n} program stands in several rows, and counts once in the total",
            "{n} programs stand in several rows, and count once in the total",
            len(budget.repeated),
        )
