"""The plan as one self-contained web page, in the council's own words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from shakyo_plan.documents.printed.words import COMMISSIONED, PrintedWords, indicator_line
from shakyo_plan.documents.web.parts import chapters
from shakyo_plan.documents.web.programs import ShownProgram, shown_programs
from shakyo_plan.language import Translator
from shakyo_plan.lookup.xref.build import cross
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.lookup.xref.matrix_page import MatrixPart, matrix_parts
from shakyo_plan.lookup.xref.matrix_view import Shown
from shakyo_plan.model import Account, AccountItem, Commission, Plan, Status
from shakyo_plan.model.accounts import total_yen
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.numbering import number_alone, number_in
from shakyo_plan.model.words import STATUS
from shakyo_plan.output.html import html_page, package_text
from shakyo_plan.values.plan_id import fold_plan_id

_FOLDER = "documents/web/templates"
_COLUMNS = 24
"""How many basic plans a table that lies across the page holds beside names."""
_MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
"""The months in the order of a fiscal year."""


class _Choice(NamedTuple):
    """What a filter offers: the value that programs carry, and its words."""

    value: str
    words: str


class _Filter(NamedTuple):
    """A filter of the list of programs; its key names the programs' data."""

    key: str
    title: str
    choices: tuple[_Choice, ...]


class _Side(NamedTuple):
    """The income or the expenses of an account, as written, and what they come to."""

    title: str
    items: tuple[AccountItem, ...]
    total: str


class _Account(NamedTuple):
    """The budget of a division (拠点区分), or of the whole council where it names none."""

    division: str | None
    sides: tuple[_Side, ...]


class _Budget(NamedTuple):
    """The programs whose budget is known, and the sum; and how many amounts cannot be read."""

    programs: tuple[ShownProgram, ...]
    total: int
    unread: int


def to_page(plan: Plan) -> bytes:
    """Return the plan as an HTML page; it needs no other file, and no script to be read."""
    # As the printed plan, whatever language the commands speak.
    tr = Translator("ja").labelled(plan.labels.own).numbered(number_in(plan.numbering))
    words = PrintedWords(plan)
    programs = shown_programs(plan)
    matrix, matrix_remarks = _matrix(plan, tr)
    script = package_text(f"{_FOLDER}/plan.js")
    page = html_page(
        f"{_FOLDER}/plan.html",
        f"{words.year}事業計画書　{plan.council.name}",
        tr,
        plan=plan,
        words=words,
        chapters=tuple(chapters(plan, words)),
        programs=programs,
        rows={name: shown.anchor for name, shown in programs.items()},
        plan_anchors={anchor_id: f"plan-{anchor_id}" for anchor_id in _plan_ids(plan)},
        matrix=matrix,
        matrix_remarks=matrix_remarks,
        calendar=_calendar(plan, programs, tr),
        budget=_budget(programs),
        accounts=tuple(map(_shown_account, plan.accounts)),
        indicator_line=indicator_line,
        printed_numbers=_printed_numbers(plan),
        filters=tuple(_filters(plan, programs, tr)),
        script=script,
        script_hash=b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii"),
    )
    return page.encode("utf-8", "replace")


def _plan_ids(plan: Plan) -> Iterator[str]:
    return (fold_plan_id(basic_plan.id) for basic_plan in plan.basic_plans)


def _matrix(plan: Plan, tr: Translator) -> tuple[tuple[MatrixPart, ...], tuple[str, ...]]:
    """Return the table of programs and basic plans in parts, and the remarks on it."""
    shown = Shown(cross(plan, XrefKind.PROGRAMS), XrefKind.PROGRAMS, plan, tr).readable
    return matrix_parts(shown, _COLUMNS), shown.remarks


def _calendar(
    plan: Plan, programs: Mapping[str, ShownProgram], tr: Translator
) -> tuple[MatrixPart, ...]:
    """Return the programs that have months; nothing where none has."""
    if not any(shown.months for shown in programs.values()):
        return ()
    matrix = cross(plan, XrefKind.CALENDAR).with_rows(lambda months: months > 0)
    return matrix_parts(Shown(matrix, XrefKind.CALENDAR, plan, tr), _COLUMNS)


def _budget(programs: Mapping[str, ShownProgram]) -> _Budget:
    with_budget = tuple(shown for shown in programs.values() if shown.program.budget)
    amounts = [shown.program.budget_yen for shown in with_budget]
    known = [amount for amount in amounts if amount is not None]
    return _Budget(with_budget, sum(known), len(amounts) - len(known))


def _shown_account(account: Account) -> _Account:
    sides = (
        ("収入", account.income, account.income_total),
        ("支出", account.expenses, account.expenses_total),
    )
    return _Account(
        account.division,
        tuple(
            _Side(title, items, printed or _sum_of(items))
            for title, items, printed in sides
            if items or printed
        ),
    )


def _sum_of(items: tuple[AccountItem, ...]) -> str:
    total = total_yen(items)
    return "" if total is None else f"{total:,}円"


def _printed_numbers(plan: Plan) -> Mapping[str, str]:
    """Return what links to parts of the plan say, by their anchors: the number that tells which it is."""
    parts = (
        *((PartKind.GOAL, str(goal.id)) for goal in plan.goals),
        *((PartKind.PLAN, plan_id) for plan_id in _plan_ids(plan)),
        *((PartKind.PRIORITY, str(priority.id)) for priority in plan.priorities),
    )
    return {
        f"{kind.value}-{part_id}": number_alone(plan.numbering, kind, part_id)
        for kind, part_id in parts
    }


def _filters(plan: Plan, programs: Mapping[str, ShownProgram], tr: Translator) -> Iterator[_Filter]:
    """Yield the filters that have something to choose from."""
    registered = [shown.program for shown in programs.values()]
    districts = [
        name
        for name in plan.council.districts
        if any(name in program.districts for program in registered)
    ]
    yield _Filter("district", "地区", tuple(_Choice(name, name) for name in districts))
    statuses = {program.status for program in registered}
    yield _Filter(
        "status",
        "区分",
        tuple(_Choice(status.value, tr(STATUS[status])) for status in Status if status in statuses),
    )
    bodies = {program.commissioned_by for program in registered}
    yield _Filter(
        "commission",
        "受託",
        tuple(_Choice(body.value, COMMISSIONED[body]) for body in Commission if body in bodies),
    )
    held = {month for shown in programs.values() for month in shown.months}
    yield _Filter(
        "month",
        "月",
        tuple(_Choice(str(month), f"{month}月") for month in _MONTHS if month in held),
    )
