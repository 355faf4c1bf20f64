"""The sheets that are only looked at: the calendar, the budgets of programs, the accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shakyo_plan.documents.workbook.columns import PROGRAM_COLUMNS, shown
from shakyo_plan.documents.workbook.sheets import Head, add_sheet
from shakyo_plan.model import Plan
from shakyo_plan.values.schedule import read_schedule

if TYPE_CHECKING:
    from openpyxl import Workbook

_MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
"""Those of a fiscal year, in its order."""
_HELD = "○"


def add_calendar(workbook: Workbook, plan: Plan) -> None:
    """Add the sheet that tells in which months each program is held."""
    heads = [Head("事業名", 40), Head("地区", 10), Head("実施時期", 24)]
    heads += [Head(f"{month}月", 6) for month in _MONTHS]
    rows = []
    for program in plan.registered:
        held = {day.month for day in read_schedule(program.schedule or "", plan.year).months}
        if program.schedule:
            months = (_HELD if month in held else "" for month in _MONTHS)
            rows.append([program.name, "・".join(program.districts), program.schedule, *months])
    add_sheet(workbook, "月別", heads, rows, frozen=1)


def add_budget(workbook: Workbook, plan: Plan) -> None:
    """Add the sheet of budgets, with their sum."""
    funding = next(column for column in PROGRAM_COLUMNS if column.key == "funding")
    heads = [
        Head("事業名", 40),
        Head("地区", 10),
        Head("予算額", 20),
        Head("円", 16),
        Head("財源の内訳", 30),
    ]
    rows: list[list[str | int]] = []
    for program in plan.registered:
        if program.budget or program.funding:
            sources = [{"source": part.source, "amount": part.amount} for part in program.funding]
            yen = program.budget_yen
            rows.append(
                [
                    program.name,
                    "・".join(program.districts),
                    program.budget or "",
                    "" if yen is None else yen,
                    shown(funding, sources),
                ]
            )
    total = sum(row[3] for row in rows if isinstance(row[3], int))
    rows.append(["事業の合計", "", "", total, ""])
    add_sheet(workbook, "予算", heads, rows, frozen=1)


def add_accounts(workbook: Workbook, plan: Plan) -> None:
    """Add the sheet of the council's accounts, as printed; none where the plan has none."""
    if not plan.accounts:
        return
    heads = [
        Head("拠点区分", 30),
        Head("収支", 8),
        Head("科目", 30),
        Head("金額", 20),
        Head("円", 16),
    ]
    rows: list[list[str | int]] = []
    for account in plan.accounts:
        sides = (
            ("収入", account.income, account.income_total, account.income_total_yen),
            ("支出", account.expenses, account.expenses_total, account.expenses_total_yen),
        )
        for side, items, total, total_yen in sides:
            found = [(item.item, item.amount, item.amount_yen) for item in items]
            found += [("計", total, total_yen)] if total else []
            rows += [
                [account.division or "", side, item, amount, "" if yen is None else yen]
                for item, amount, yen in found
            ]
    add_sheet(workbook, "会計", heads, rows, frozen=3)
