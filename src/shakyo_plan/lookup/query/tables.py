"""The tables of queries: one record of each, from which schema, help and documentation are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shakyo_plan.lookup.query import rows
from shakyo_plan.lookup.query.rows import Row
from shakyo_plan.message import translatable
from shakyo_plan.model import Plan


@dataclass(frozen=True, slots=True)
class QueryColumn:
    """A column: its name, TEXT or INTEGER, and what it means."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class QueryTable:
    """A table: what a row of it is, its columns, and the rows that a plan gives."""

    name: str
    meaning: str
    own: tuple[QueryColumn, ...]
    rows: Callable[[Plan], Iterable[Row]]

    @property
    def columns(self) -> tuple[QueryColumn, ...]:
        """All columns: those that every table has, then its own."""
        return (*EVERYWHERE, *self.own)

    @property
    def schema(self) -> str:
        """The SQL that creates it."""
        return f"CREATE TABLE {self.name} ({', '.join(f'{c.name} {c.type}' for c in self.columns)})"

    @property
    def insertion(self) -> str:
        """The SQL that inserts a row by the names of its columns."""
        # The names are those of this module; nothing of a plan or a person is among them.
        names = ", ".join(f":{column.name}" for column in self.columns)
        return f"INSERT INTO {self.name} VALUES ({names})"  # noqa: S608


def _text(name: str, meaning: str) -> QueryColumn:
    return QueryColumn(name, "TEXT", meaning)


def _number(name: str, meaning: str) -> QueryColumn:
    return QueryColumn(name, "INTEGER", meaning)


EVERYWHERE = (
    _text("file", translatable("the name of the plan file; the same in all tables")),
    _number("fiscal_year", translatable("the fiscal year: 2024 is 令和6年度")),
    _text("council", translatable("the name of the council")),
)
"""The columns that every table has."""
_POSITION = _number("position", translatable("the place in printed order, from 1"))
_TITLE = _text("title", translatable("the title"))
_TEXT = _text("text", translatable("the text"))
_GOAL = _number("goal_id", translatable("the number of the goal"))
_PLAN = _text("plan_id", translatable("the id of the basic plan, such as '1-5'"))
_PRIORITY = _number("priority_id", translatable("the number of the priority"))
_PROGRAM = _text("program", translatable("the name of the program, as in programs.name"))
_CITED = _text("program", translatable("the name of the program as cited, as in programs.name"))
_GROUP = _text("group_name", translatable("the words of the group that it is nested in"))

TABLES = (
    QueryTable(
        "plans",
        translatable("Plan files, a row per file"),
        (
            _text("era", translatable("the fiscal year as printed, such as 令和6年度")),
            _text("philosophy", translatable("the basic philosophy")),
            _text("policy", translatable("the policy of the year")),
        ),
        rows.plans,
    ),
    QueryTable(
        "based_on",
        translatable("Plans that this one is based on"),
        (
            _POSITION,
            _text("name", translatable("the name of the plan")),
            _text("owner", translatable("whose plan it is")),
            _text("period", translatable("the years that it covers")),
        ),
        rows.based_on,
    ),
    QueryTable("goals", translatable("Goals"), (_GOAL, _POSITION, _TITLE, _TEXT), rows.goals),
    QueryTable(
        "basic_plans",
        translatable("Basic plans"),
        (_PLAN, _GOAL, _POSITION, _TITLE, _TEXT),
        rows.basic_plans,
    ),
    QueryTable(
        "sections",
        translatable("Sections, (1) (2) …, of basic plans"),
        (_PLAN, _POSITION, _TITLE, _TEXT),
        rows.sections,
    ),
    QueryTable(
        "programs",
        translatable("Programs, with their marks"),
        (
            _text("name", translatable("the name of the program; other tables call it program")),
            _POSITION,
            _text(
                "status",
                translatable(
                    "'new', 'expanded', 'continued', 'restructured', 'reduced', 'merged', "
                    "'suspended' or 'discontinued'"
                ),
            ),
            _text("district", translatable("the district that runs it")),
            _text(
                "commissioned_by",
                translatable(
                    "who commissions it: 'city', 'prefecture', 'prefectural_shakyo' or 'other'; "
                    "empty for the council's own"
                ),
            ),
            _text("department", translatable("the department in charge")),
            _text("target", translatable("the target group")),
            _text("purpose", translatable("the purpose")),
            _text("content", translatable("what is done")),
            _text("follow_up", translatable("how the results are used")),
            _text("notes", translatable("the notes")),
            _text("schedule", translatable("the schedule as written; its months are in schedules")),
            _text("budget", translatable("the budget as written")),
            _number("budget_yen", translatable("the budget in yen")),
        ),
        rows.programs,
    ),
    QueryTable(
        "names",
        translatable("Other names of programs"),
        (
            _PROGRAM,
            _text(
                "kind",
                translatable(
                    "'alias' another spelling, 'formerly' a name of earlier years, 'distinct_from' "
                    "a look-alike that is another program"
                ),
            ),
            _text("other_name", translatable("the other name")),
        ),
        rows.names,
    ),
    QueryTable(
        "citations",
        translatable("Main programs of basic plans, a row each time that a program is cited"),
        (_PLAN, _GOAL, _POSITION, _CITED, _GROUP),
        rows.citations,
    ),
    QueryTable(
        "priorities",
        translatable("Priorities"),
        (_PRIORITY, _POSITION, _TITLE, _TEXT),
        rows.priorities,
    ),
    QueryTable(
        "actions",
        translatable("Actions of priorities"),
        (_PRIORITY, _POSITION, _text("action", translatable("the action"))),
        rows.actions,
    ),
    QueryTable(
        "priority_citations",
        translatable("Main programs of priorities, a row each time that a program is cited"),
        (_PRIORITY, _POSITION, _CITED, _GROUP),
        rows.priority_citations,
    ),
    QueryTable(
        "districts",
        translatable("Districts of the council"),
        (_text("district", translatable("the name of the district")), _POSITION),
        rows.districts,
    ),
    QueryTable(
        "schedules",
        translatable("Months in which programs are held, a row per month"),
        (
            _PROGRAM,
            _text("month", translatable("the month with its calendar year, such as '2025-01'")),
            _number("calendar_month", translatable("the month alone, 1 to 12")),
        ),
        rows.schedules,
    ),
    QueryTable(
        "funding",
        translatable("Where the budgets of programs come from"),
        (
            _PROGRAM,
            _POSITION,
            _text("source", translatable("the source of the funds")),
            _text("amount", translatable("the amount as written")),
            _number("amount_yen", translatable("the amount in yen")),
        ),
        rows.funding,
    ),
    QueryTable(
        "management",
        translatable("Management of the organisation, a row per entry"),
        (
            _number("section_id", translatable("the number of the section")),
            _TITLE,
            _TEXT,
            _POSITION,
            _text("item", translatable("the item")),
        ),
        rows.management,
    ),
)
