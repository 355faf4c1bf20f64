"""What the printed plan tells in tables of figures: indicators, the council's budget; and departments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from shakyo_plan.documents.printed.blocks import (
    Alignment,
    Block,
    Cell,
    Column,
    Entries,
    Entry,
    Grid,
    Heading,
    Numbering,
)
from shakyo_plan.documents.printed.words import PrintedWords, measure
from shakyo_plan.model import Plan
from shakyo_plan.model.accounts import Account, AccountItem
from shakyo_plan.model.indicators import Indicator


def indicators(of_part: Iterable[Indicator]) -> Iterator[Block]:
    """Yield the table of a part's indicators, where it has any."""
    rows: list[tuple[Cell, ...]] = [
        (
            (indicator.name,),
            (indicator.unit or "",),
            (measure(indicator.baseline, None),),
            (measure(indicator.target, None),),
            (indicator.reason or "",),
        )
        for indicator in of_part
    ]
    if rows:
        columns = (
            Column("指標", 30),
            Column("単位", 10),
            Column("現状値", 18),
            Column("目標値", 18),
        )
        yield Grid((*columns, Column("設定理由", 24)), tuple(rows))


def accounts(plan: Plan, words: PrintedWords) -> Iterator[Block]:
    """Yield the council's budget: income beside expenses, by division."""
    if not plan.accounts:
        return
    yield Heading(1, f"{words.year}収支予算")
    for account in plan.accounts:
        if account.division:
            yield Heading(2, account.division)
        yield Grid(
            (
                Column("収入", 28),
                Column("金額", 22, Alignment.RIGHT),
                Column("支出", 28),
                Column("金額", 22, Alignment.RIGHT),
            ),
            tuple(_rows(account)),
        )


def _rows(account: Account) -> Iterator[tuple[Cell, ...]]:
    for income, expense in zip_longest(account.income, account.expenses):
        yield (*_item(income), *_item(expense))
    if account.income_total or account.expenses_total:
        yield (*_total(account.income_total), *_total(account.expenses_total))


def _item(item: AccountItem | None) -> tuple[Cell, Cell]:
    return ((item.item,), (item.amount,)) if item else ((), ())


def _total(amount: str | None) -> tuple[Cell, Cell]:
    return (("計",), (amount,)) if amount else ((), ())


def departments(plan: Plan) -> Iterator[Block]:
    """Yield what the short names of departments mean, where the plan says it."""
    named = [department for department in plan.council.departments if department.short]
    if named:
        yield Heading(1, "担当")
        entries = (Entry(f"{department.short}：{department.name}") for department in named)
        yield Entries(Numbering.BULLET, tuple(entries))
