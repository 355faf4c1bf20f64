"""The money of a plan: as one list in every format, and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any, NamedTuple

from shakyo_plan.language import Translator
from shakyo_plan.lookup.budget.accounts import AccountRow
from shakyo_plan.lookup.budget.kinds import BY_WORDS, BudgetBy
from shakyo_plan.lookup.budget.lines import BudgetLine, Part, budget_lines
from shakyo_plan.lookup.budget.totals import Budget
from shakyo_plan.lookup.headings import page_heading
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import Commission, Numbering, Status
from shakyo_plan.model.headings import heading, titled
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.not_found import without_any
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.output.table import Column, Line, Table, bracketed
from shakyo_plan.values.money.plain import is_plain_amount

_NUMBERED = {
    BudgetBy.GOAL: PartKind.GOAL,
    BudgetBy.PLAN: PartKind.PLAN,
    BudgetBy.PRIORITY: PartKind.PRIORITY,
}
_KINDS = {**_NUMBERED, BudgetBy.DISTRICT: PartKind.DISTRICT}
_PARTS = {
    Part.PROGRAMS: say("budgets of programs"),
    Part.INCOME: say("income"),
    Part.EXPENSES: say("expenses"),
    Part.BALANCE: say("income less expenses"),
}


def budget_data(budget: Budget) -> dict[str, Any]:
    """Return a plan's money as data."""
    return {
        "rows": [asdict(row) for row in budget.rows],
        "total_yen": budget.total_yen,
        "compared_total_yen": budget.compared_total_yen,
        "repeated": list(budget.repeated),
        "without_amount": list(budget.without_amount),
        "accounts": [_account_data(account) for account in budget.accounts],
    }


def _account_data(account: AccountRow) -> dict[str, Any]:
    income, expenses = account.income, account.expenses
    return {
        "division": account.division,
        "income": [asdict(item) for item in income.items],
        "expenses": [asdict(item) for item in expenses.items],
        "income_total": income.total,
        "expenses_total": expenses.total,
        "income_yen": income.total_yen,
        "expenses_yen": expenses.total_yen,
        "compared_income_yen": income.compared_yen,
        "compared_expenses_yen": expenses.compared_yen,
        "balance_yen": account.balance_yen,
        "compared_balance_yen": account.compared_balance_yen,
    }


class Shown(NamedTuple):
    """What the columns of a budget have to know of it."""

    by: BudgetBy = BudgetBy.GOAL
    numbering: Numbering = Numbering()
    then: str = ""
    """The year that is compared with."""
    accounts: bool = False


_ANY = Shown()


def budget_table(budget: Budget, tr: Translator) -> Table[BudgetLine]:
    """Return a plan's money as a list: programs by rows with their total, then the accounts."""
    lines = budget_lines(budget)
    then = str(budget.compared.year) if budget.compared else ""
    compared = ("compared_yen", "difference") if budget.compared else ()
    numbered = ("id",) if budget.by in _NUMBERED else ()
    divided = ("division",) if any(line.division for line in lines) else ()
    counted = ("count", "without") if budget.rows else ()
    noted = ("note",) if any(_note(line, then, tr) for line in lines) else ()
    return Table(
        budget_columns(
            tr, Shown(budget.by, budget.plan.numbering, then, accounts=bool(budget.accounts))
        ),
        tuple(_with_headings(lines, budget, tr)),
        f"{budget.plan.year}  {budget.plan.council.name}",
        "\n".join(tr(line) for line in _footer(budget)),
        narrow=("title", *counted[:1], "budget_yen", *compared, *counted[1:], *noted),
        exported=(
            *("part", *divided, *numbered, "title", "count", "budget_yen"),
            *(*compared, "without_amount", "note"),
        ),
        subject=page_heading(budget.plan, tr(say("Budget"))),
    )


def budget_columns(tr: Translator, shown: Shown = _ANY) -> tuple[Column[BudgetLine], ...]:
    """Return the columns of the list."""
    then = say("{year} (yen)", year=shown.then) if shown.then else say("compared (yen)")
    return (
        Column("part", tr(say("list")), show=lambda line: tr(_PARTS[line.part])),
        Column("division", tr(say("division"))),
        Column(
            "id", tr(say("number")), spreadsheet=lambda line: bracketed(filter(None, [line.id]))
        ),
        Column(
            "title",
            tr(say("program or account item") if shown.accounts else BY_WORDS[shown.by]),
            show=lambda line: _title(line, shown.numbering, tr),
        ),
        Column("count", tr(say("programs")), _count, right=True),
        Column("amount", tr(say("amount as written"))),
        _yen("budget_yen", tr(say("budget (yen)")), lambda line: line.budget_yen),
        _yen("compared_yen", tr(then), lambda line: line.compared_yen),
        _yen("difference", tr(say("difference (yen)")), lambda line: line.difference_yen, "+,"),
        Column(
            "without",
            tr(say("without an amount")),
            lambda line: len(line.without_amount) or None,
            right=True,
        ),
        Column("without_amount", tr(say("programs without an amount"))),
        Column("programs", tr(say("program"))),
        Column("note", tr(say("note")), lambda line: _note(line, shown.then, tr)),
    )


def _count(line: BudgetLine) -> int | None:
    return len(line.programs) if line.part is Part.PROGRAMS else None


def _yen(
    key: str, head: str, value: Callable[[BudgetLine], int | None], form: str = ","
) -> Column[BudgetLine]:
    def shown(line: BudgetLine) -> str:
        amount = value(line)
        return "" if amount is None else format(amount, form if amount else "")

    def plain(line: BudgetLine) -> str:
        amount = value(line)
        return "" if amount is None else str(amount)

    return Column(key, head, value, show=shown, spreadsheet=plain, right=True)


def _title(line: BudgetLine, numbering: Numbering, tr: Translator) -> str:
    if line.total:
        return tr(_total_words(line))
    if line.by is None:
        return line.title
    if line.id is None:
        return tr(say("none of these"))
    if kind := _NUMBERED.get(line.by):
        return titled(heading(numbering, kind, line.id, tr), line.title)
    if line.by is BudgetBy.COMMISSION:
        return tr(commission_word(Commission(line.id)))
    return tr(status_word(Status(line.id))) if line.by is BudgetBy.STATUS else line.title


def _total_words(line: BudgetLine) -> Message:
    if line.part is Part.BALANCE:
        return _PARTS[Part.BALANCE]
    printed = line.part is Part.PROGRAMS or line.amount is not None or line.only_compared
    return say("total") if printed else say("sum of the items")


def _with_headings(
    lines: tuple[BudgetLine, ...], budget: Budget, tr: Translator
) -> Iterator[Line[BudgetLine]]:
    """Yield the lines; where there are accounts, each part stands under a heading of its own."""
    whole = tr(say("The council as a whole"))
    for (part, division), of_part in groupby(lines, lambda line: (line.part, line.division)):
        depth = 1 if budget.accounts and part is not Part.BALANCE else 0
        if depth and part is Part.PROGRAMS:
            by = BY_WORDS[budget.by]
            yield Line(heading=tr(say("Budgets of programs by {kind}", kind=by)), stays=True)
        elif depth:
            yield Line(heading=f"{division or whole}  {tr(_PARTS[part])}", stays=True)
        yield from (Line(line, depth=depth, stays=line.total) for line in of_part)


def _note(line: BudgetLine, then: str, tr: Translator) -> str:
    return tr(say("; ")).join(map(tr, _notes(line, then)))


def _notes(line: BudgetLine, then: str) -> Iterator[Message]:
    """Yield what is to be said of a line, beside its numbers."""
    if line.only_compared:
        yield say("only in {year}", year=then)
    for unreadable in line.unreadable:
        yield say(
            "{amount} cannot be read ({item})", amount=unreadable.amount, item=unreadable.program
        )
    if line.amount is not None and line.budget_yen is None:
        yield say("{amount} cannot be read", amount=line.amount)
    elif line.amount is not None and not is_plain_amount(line.amount):
        yield say("written: {amount}", amount=line.amount)
    if line.items_yen not in (None, line.budget_yen):
        yield say("the items come to {n} yen", n=f"{line.items_yen:,}")
    if line.repeated:
        yield say_n(
            "{n} program stands in several rows, and counts once in the total",
            "{n} programs stand in several rows, and count once in the total",
            len(line.repeated),
        )


def _footer(budget: Budget) -> Iterator[Message]:
    if (kind := _KINDS.get(budget.by)) and (lacking := without_any(budget.plan, kind)):
        yield lacking
    if budget.total_yen is None:
        yield say("No program has an amount")
    elif budget.without_amount:
        yield say_n(
            "{n} program without an amount: {names}",
            "{n} programs without an amount: {names}",
            len(budget.without_amount),
            names=budget.without_amount,
        )
