"""Everything about one part of a plan, as a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import Named, Part
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.lookup.show.data import NUMBERED
from shakyo_plan.lookup.show.records import (
    CitedBy,
    Detail,
    DistrictDetail,
    DocumentDetail,
    GoalDetail,
    ManagementDetail,
    PlanDetail,
    PriorityDetail,
    ProgramDetail,
    SectionDetail,
    Shared,
)
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import (
    BasicPlan,
    Council,
    Goal,
    ListedProgram,
    ManagementSection,
    Numbering,
    Plan,
    Priority,
    ProgramGroup,
    Section,
    cited,
    terms,
)
from shakyo_plan.model.fields import Field, FieldKind, field_of, fields_of
from shakyo_plan.model.headings import heading, titled
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.value_words import value_words
from shakyo_plan.model.words import (
    marks_of,
    months_words,
    priority_words,
    with_marks,
    yen_words,
)
from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.values.money import yen
from shakyo_plan.values.money.plain import is_plain_amount
from shakyo_plan.values.schedule import Month

_ELSEWHERE = frozenset(
    {
        *("format", "fiscal_year", "id", "name", "title", "tags"),
        *("plans", "sections", "programs", "actions", "items"),
    }
)
"""Keys that a card has in its title or as lists of their own."""
_NEIGHBOURS = 10
"""As many are shown to people; data has all."""
_IN_ONE_LINE = frozenset({"funding", "indicators", "departments"})
"""Lists of small records that a card has among its facts."""


def card_headings(tr: Translator) -> tuple[str, str, str]:
    """Return the headings of a card as CSV."""
    return tr(say("list")), tr(say("what")), tr(say("value"))


def card(found: Detail, hit: Named, numbering: Numbering, tr: Translator) -> Card:
    """Return everything about a part of the plan for people."""
    return _Cards(numbering, tr).of(found, hit)


class _Cards:
    """Makes cards of one plan in one language."""

    def __init__(self, numbering: Numbering, tr: Translator) -> None:
        self.numbering = numbering
        self.tr = tr

    def of(self, found: Detail, hit: Named) -> Card:
        match found:
            case ProgramDetail():
                return self.program(found)
            case PlanDetail():
                return self.basic_plan(found, hit)
            case SectionDetail():
                return self.section(found, hit)
            case GoalDetail():
                return self.goal(found, hit)
            case PriorityDetail():
                return self.priority(found, hit)
            case DistrictDetail(district):
                title = self.tr(say("District {name}", name=district.name))
                return Card(title, (), self._blocks(self._programs(found.programs), found.plans))
            case DocumentDetail(plan):
                return self.document(plan)
            case ManagementDetail(section):
                title = self._title(PartKind.MANAGEMENT, section.id, section.title)
                items = self._block(
                    field_of(ManagementSection, "items").word, tuple(map(CardEntry, section.items))
                )
                return Card(title, self._facts(section), (items,))

    def document(self, plan: Plan) -> Card:
        blocks = (
            CardList(self.tr(field.word), tuple(self._records(getattr(plan, field.key))))
            for field in fields_of(Plan)
            if field.kind is FieldKind.RECORDS and field.key not in NUMBERED | _ELSEWHERE
        )
        return Card(
            f"{plan.council.name}  {plan.year}",
            (
                *self._facts(plan.council),
                *self._facts(plan),
                *self._labels(plan),
            ),
            tuple(block for block in blocks if block.entries),
        )

    def _labels(self, plan: Plan) -> Iterator[tuple[str, str]]:
        """Yield the council's own words by their keys: what parts are else called stands nowhere else."""
        for key, word in plan.labels.own.items():
            yield self.tr(say("word for `{key}`", key=key)), word

    def _records(self, records: Iterable[Any]) -> Iterator[CardEntry]:
        for record in records:
            first, *others = (
                value_words(key, getattr(record, key.key), self.tr)
                for key in fields_of(type(record))
            )
            yield CardEntry(first, "、".join(words for words in others if words))

    def program(self, found: ProgramDetail) -> Card:
        tr, program = self.tr, found.program
        months = tuple(Month(*map(int, month.split("-"))) for month in found.months)
        near = found.neighbours[:_NEIGHBOURS]
        neighbours = [CardEntry(each.name, self._numbers(each.plans)) for each in near]
        if rest := len(found.neighbours) - len(near):
            neighbours.append(CardEntry(tr(say_n("and {n} more", "and {n} more", rest))))
        goals = tuple(self._citing(found.cited_by, PartKind.GOAL))
        plans = tuple(self._citing(found.cited_by, PartKind.PLAN))
        priorities = tuple(self._citing(found.cited_by, PartKind.PRIORITY))
        blocks = (
            *(
                [self._block(say("{goals} that cite it", goals=terms.GOALS), goals)]
                if goals
                else []
            ),
            self._block(say("{plans} that cite it", plans=terms.PLANS), plans, empty=not goals),
            self._block(
                say("{priorities} that cite it", priorities=terms.PRIORITIES),
                priorities,
                empty=True,
            ),
            CardList(
                tr(say("programs that share its {plans}", plans=terms.PLANS)), tuple(neighbours)
            ),
        )
        title = with_marks(program.name, marks_of(program, tr), tr)
        facts = self._facts(program, months_words(months, tr))
        return Card(title, facts, tuple(block for block in blocks if block.entries))

    def _citing(self, cited_by: Iterable[CitedBy], kind: PartKind) -> Iterator[CardEntry]:
        """Yield the parts of a kind that cite a program, each once: with the sections and groups there."""
        notes: dict[str, list[str]] = {}
        for each in cited_by:
            if each.kind is kind:
                part = f"{self.tr.number(kind, each.id)}  {each.title}"
                section = each.section and heading(
                    self.numbering, PartKind.SECTION, each.section, self.tr
                )
                named = titled(section or "", each.section_title or "", " ")
                notes.setdefault(part, []).extend(filter(None, (named, each.group)))
        yield from (CardEntry(part, "、".join(found)) for part, found in notes.items())

    def _numbers(self, plans: Iterable[str]) -> str:
        return " ".join(self.tr.number(PartKind.PLAN, each) for each in plans)

    def basic_plan(self, found: PlanDetail, hit: Named) -> Card:
        plan, goal = found.plan, found.goal
        sections = tuple(
            item
            for number, section in enumerate(plan.sections, 1)
            for item in (
                CardEntry(self._section_title(number, section)),
                *(self._listed_names(section.programs)),
                *(CardEntry(words, depth=1) for _, words in self._facts(section)),
            )
        )
        return Card(
            self._title(PartKind.PLAN, plan.id, self._tagged(plan)),
            (*self._under(goal), *self._facts(plan)),
            (
                *self._blocks(CardList(self.tr(terms.SECTIONS), sections)),
                *self._blocks(self._programs(found.programs, hit)),
                *self._blocks(
                    self._reach(
                        say("{priorities} that cite its programs", priorities=terms.PRIORITIES),
                        found.priorities,
                    )
                ),
            ),
        )

    def section(self, found: SectionDetail, hit: Named) -> Card:
        plan, section = found.plan, found.section
        above = heading(self.numbering, PartKind.PLAN, plan.id, self.tr)
        return Card(
            self._section_title(found.number, section),
            ((above, plan.title), *self._facts(section)),
            (
                *self._blocks(self._programs(found.programs, hit)),
                *self._blocks(
                    self._reach(
                        say("{priorities} that cite its programs", priorities=terms.PRIORITIES),
                        found.priorities,
                    )
                ),
            ),
        )

    def _section_title(self, number: int, section: Section) -> str:
        head = heading(self.numbering, PartKind.SECTION, number, self.tr)
        return titled(head, self._tagged(section), " ")

    def _listed_names(self, listed: tuple[ListedProgram, ...]) -> Iterator[CardEntry]:
        for citation, _ in cited(listed):
            yield CardEntry(citation.name, depth=1)

    def _title(self, kind: PartKind, part_id: str | int, title: str) -> str:
        return titled(heading(self.numbering, kind, part_id, self.tr), title)

    def _tagged(self, part: Goal | BasicPlan | Priority | Section) -> str:
        return with_marks(part.title, part.tags, self.tr)

    def _under(self, goal: Goal | None) -> tuple[tuple[str, str], ...]:
        """Return the goal of a plan, where the plan has one."""
        if goal is None:
            return ()
        head = heading(self.numbering, PartKind.GOAL, goal.id, self.tr)
        return ((head or self.tr(terms.GOAL_HEAD), goal.title),)

    def goal(self, found: GoalDetail, hit: Named) -> Card:
        straight = {citation.name for citation, _ in cited(found.goal.programs)}
        own = tuple(row for row in found.programs if row.name in straight)
        plans = tuple(
            CardEntry(
                f"{self.tr.number(PartKind.PLAN, each.id)}  {each.title}",
                self.tr(say_n("{n} program", "{n} programs", len(each.programs))),
            )
            for each in found.plans
        )
        return Card(
            self._title(PartKind.GOAL, found.goal.id, self._tagged(found.goal)),
            (
                *self._facts(found.goal),
                (self.tr(say("distinct programs")), str(len(found.programs))),
            ),
            (
                *([self._block(terms.PLANS, plans)] if plans or not own else []),
                *([self._programs(own, hit)] if own else []),
                *self._blocks(
                    self._reach(
                        say("{priorities} that cite its programs", priorities=terms.PRIORITIES),
                        found.priorities,
                    )
                ),
            ),
        )

    def priority(self, found: PriorityDetail, hit: Named) -> Card:
        priority = found.priority
        actions = tuple(map(CardEntry, priority.actions))
        return Card(
            self._title(PartKind.PRIORITY, priority.id, self._tagged(priority)),
            self._facts(priority),
            (
                *self._blocks(self._block(terms.ACTIONS, actions)),
                *self._blocks(self._programs(found.programs, hit), found.plans),
            ),
        )

    def _facts(
        self, part: Part | Section | Council, months: str = ""
    ) -> tuple[tuple[str, str], ...]:
        """Return the keys of a part with what they say, but for what the card has elsewhere."""
        facts: list[tuple[str, str]] = []
        for field in fields_of(type(part)):
            if field.key not in _ELSEWHERE and (
                field.is_plain or field.key in ("funding", "indicators", "departments")
            ):
                facts.append((self.tr(field.word), self._words(part, field)))
            if field.key == "schedule":
                facts.append((self.tr(say("months")), months))
        return tuple(fact for fact in facts if fact[1])

    def _words(self, part: Part | Section | Council, field: Field) -> str:
        value = getattr(part, field.key)
        if field.key == "budget" and value is not None:
            return self._amount(value)
        if field.key == "funding":
            return "、".join(f"{each.source} {self._amount(each.amount)}" for each in value)
        return value_words(field, value, self.tr)

    def _amount(self, written: str) -> str:
        amount = yen(written)
        if amount is None:
            return written
        words = yen_words(amount, self.tr)
        if is_plain_amount(written):
            return words
        return f"{words}  {self.tr(say('written: {amount}', amount=written))}"

    def _block(
        self, heading: Message | str, items: tuple[CardEntry, ...], *, empty: bool = False
    ) -> CardList:
        count = len(items)
        if empty and not items:
            items = (CardEntry(self.tr(say("none"))),)
        return CardList(f"{self.tr(heading)} ({count})", items)

    def _blocks(self, block: CardList, plans: tuple[Shared, ...] = ()) -> tuple[CardList, ...]:
        blocks = (
            block,
            self._reach(say("{plans} that have them", plans=terms.PLANS), plans, PartKind.PLAN),
        )
        return tuple(each for each in blocks if each.entries)

    def _reach(
        self, words: Message, shared: tuple[Shared, ...], kind: PartKind = PartKind.PRIORITY
    ) -> CardList:
        """Return parts of a kind with the programs that they have in common with another part."""
        entries = (
            CardEntry(f"{self.tr.number(kind, each.id)}  {each.title}", "、".join(each.programs))
            for each in shared
        )
        return self._block(words, tuple(entries))

    def _programs(self, rows: tuple[ProgramRow, ...], hit: Named | None = None) -> CardList:
        """Return programs with their marks; a printed list keeps its groups as headings."""
        of_priority = hit is not None and hit.kind is PartKind.PRIORITY
        term = terms.PRIORITY_PROGRAMS if of_priority else terms.MAIN_PROGRAMS
        return CardList(f"{self.tr(term)} ({len(rows)})", tuple(self._listed(rows, hit)))

    def _listed(self, rows: tuple[ProgramRow, ...], hit: Named | None) -> Iterator[CardEntry]:
        part = hit.part if hit else None
        printed = part.listed if isinstance(part, BasicPlan) else getattr(part, "programs", ())
        if not rows and not printed:
            yield CardEntry(self.tr(say("none")))
        if not printed:
            yield from map(self._item, rows)
            return
        by_name = {row.name: row for row in rows}
        for listed in printed:
            if isinstance(listed, ProgramGroup):
                yield CardEntry(listed.heading)
                for citation in listed.programs:
                    yield self._item(by_name[citation.name], depth=1)
            else:
                yield self._item(by_name[listed.name])

    def _item(self, row: ProgramRow, depth: int = 0) -> CardEntry:
        program, priorities = row.program, row.citations.priorities
        notes = [program.schedule] if program.schedule else []
        if priorities:
            notes.append(priority_words(priorities, self.tr))
        return CardEntry(
            with_marks(program.name, marks_of(program, self.tr), self.tr), "、".join(notes), depth
        )
