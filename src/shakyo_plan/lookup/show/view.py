"""Everything about one part of a plan, as a card."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import Kind, Named
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.lookup.show.records import (
    Detail,
    DistrictDetail,
    GoalDetail,
    ManagementDetail,
    PlanDetail,
    PriorityDetail,
    ProgramDetail,
    Shared,
)
from shakyo_plan.message import say, say_n, translatable
from shakyo_plan.model import Plan, ProgramGroup
from shakyo_plan.model.words import (
    commission_word,
    goal_words,
    marks,
    months_words,
    plan_words,
    priority_words,
    status_word,
    with_marks,
    yen_words,
)
from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.values.schedule import Month

_NEIGHBOURS = 10
"""As many are shown to people; data has all."""


def card(found: Detail, hit: Named, plan: Plan, tr: Translator) -> Card:
    """Return everything about a part of the plan for people."""
    return _Cards(plan, tr).of(found, hit)


class _Cards:
    """Makes the cards of one plan in one language."""

    def __init__(self, plan: Plan, tr: Translator) -> None:
        self.plan = plan
        self.tr = tr

    def of(self, found: Detail, hit: Named) -> Card:
        match found:
            case ProgramDetail():
                return self.program(found)
            case PlanDetail():
                return self.basic_plan(found, hit)
            case GoalDetail():
                return self.goal(found)
            case PriorityDetail():
                return self.priority(found, hit)
            case DistrictDetail():
                title = self.tr(say("District {name}", name=found.name))
                return Card(title, (), self._blocks(self._programs(found.programs), found.plans))
            case ManagementDetail():
                title = self.tr(say("Management {id}", id=found.id)) + f"  {found.title}"
                items = self._block(
                    translatable("items"), tuple(CardEntry(each) for each in found.items)
                )
                return Card(title, self._facts((translatable("description"), found.text)), (items,))

    def program(self, found: ProgramDetail) -> Card:
        tr = self.tr
        by = found.commissioned_by
        months = tuple(Month(*map(int, month.split("-"))) for month in found.months)
        facts = self._facts(
            (translatable("other spellings"), "、".join(found.aliases)),
            (translatable("former names"), "、".join(found.formerly)),
            (translatable("not the same as"), "、".join(found.distinct_from)),
            (translatable("status"), tr(status_word(found.status))),
            (translatable("district"), found.district),
            (translatable("commissioned by"), tr(commission_word(by)) if by else None),
            (translatable("department"), found.department),
            (translatable("target group"), found.target),
            (translatable("schedule"), found.schedule),
            (translatable("months"), months_words(months, tr)),
            (translatable("budget"), self._budget(found)),
            (translatable("funding"), "、".join(self._funding(found))),
            (translatable("purpose"), found.purpose),
            (translatable("content"), found.content),
            (translatable("follow-up"), found.follow_up),
            (translatable("notes"), found.notes),
        )
        cited = [
            (each.kind, CardEntry(f"{each.id}  {each.title}", each.group or ""))
            for each in found.cited_by
        ]
        near = found.neighbours[:_NEIGHBOURS]
        neighbours = [CardEntry(each.name, " ".join(each.plans)) for each in near]
        if rest := len(found.neighbours) - len(near):
            neighbours.append(CardEntry(tr(say_n("and {n} more", "and {n} more", rest))))
        plans = tuple(item for kind, item in cited if kind is Kind.PLAN)
        blocks = (
            self._block(translatable("basic plans that cite it"), plans, empty=True),
            self._block(
                translatable("priorities that cite it"),
                tuple(item for kind, item in cited if kind is Kind.PRIORITY),
                empty=True,
            ),
            CardList(tr(say("programs that share its basic plans")), tuple(neighbours)),
        )
        title = with_marks(found.name, marks(found.status, found.district, by, tr), tr)
        return Card(title, facts, tuple(block for block in blocks if block.entries))

    def basic_plan(self, found: PlanDetail, hit: Named) -> Card:
        sections = tuple(
            item
            for number, each in enumerate(found.sections, 1)
            for item in (CardEntry(f"({number}) {each.title}"), CardEntry(each.text or "", depth=1))
            if item.words
        )
        goal = (goal_words(self.plan, found.goal, self.tr), found.goal_title)
        return Card(
            f"{plan_words(self.plan, found.id, self.tr)}  {found.title}",
            (goal, *self._facts((translatable("description"), found.text))),
            (
                *self._blocks(CardList(self.tr(say("sections")), sections)),
                *self._blocks(self._programs(found.programs, hit)),
                *self._blocks(
                    self._reach(translatable("priorities that cite its programs"), found.priorities)
                ),
            ),
        )

    def goal(self, found: GoalDetail) -> Card:
        plans = tuple(
            CardEntry(
                f"{each.id}  {each.title}",
                self.tr(say_n("{n} program", "{n} programs", len(each.programs))),
            )
            for each in found.plans
        )
        return Card(
            f"{goal_words(self.plan, found.id, self.tr)}  {found.title}",
            self._facts(
                (translatable("description"), found.text),
                (translatable("distinct programs"), str(len(found.programs))),
            ),
            (
                self._block(translatable("basic plans"), plans),
                *self._blocks(
                    self._reach(translatable("priorities that cite its programs"), found.priorities)
                ),
            ),
        )

    def priority(self, found: PriorityDetail, hit: Named) -> Card:
        actions = tuple(CardEntry(each) for each in found.actions)
        return Card(
            f"{priority_words(self.plan, found.id, self.tr)}  {found.title}",
            self._facts((translatable("description"), found.text)),
            (
                *self._blocks(self._block(translatable("actions"), actions)),
                *self._blocks(self._programs(found.programs, hit), found.plans),
            ),
        )

    def _facts(self, *facts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
        return tuple((self.tr(name), value) for name, value in facts if value)

    def _block(
        self, heading: str, items: tuple[CardEntry, ...], *, empty: bool = False
    ) -> CardList:
        count = len(items)
        if empty and not items:
            items = (CardEntry(self.tr(say("none"))),)
        return CardList(f"{self.tr(heading)} ({count})", items)

    def _blocks(self, block: CardList, plans: tuple[Shared, ...] = ()) -> tuple[CardList, ...]:
        blocks = (block, self._reach(translatable("basic plans that have them"), plans))
        return tuple(each for each in blocks if each.entries)

    def _reach(self, heading: str, shared: tuple[Shared, ...]) -> CardList:
        return self._block(
            heading,
            tuple(
                CardEntry(f"{each.id}  {each.title}", "、".join(each.programs)) for each in shared
            ),
        )

    def _programs(self, rows: tuple[ProgramRow, ...], hit: Named | None = None) -> CardList:
        """Return programs with their marks; a printed list keeps its groups as headings."""
        heading = f"{self.tr(translatable('main programs'))} ({len(rows)})"
        return CardList(heading, tuple(self._listed(rows, hit)))

    def _listed(self, rows: tuple[ProgramRow, ...], hit: Named | None) -> Iterator[CardEntry]:
        printed = getattr(hit.part, "programs", ()) if hit else ()
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
        found = marks(row.status, row.district, row.commissioned_by, self.tr)
        notes = [row.schedule] if row.schedule else []
        if row.priorities:
            served = "・".join(map(str, row.priorities))
            notes.append(priority_words(self.plan, served, self.tr))
        return CardEntry(with_marks(row.name, found, self.tr), "、".join(notes), depth)

    def _budget(self, found: ProgramDetail) -> str | None:
        return found.budget if found.budget_yen is None else yen_words(found.budget_yen, self.tr)

    def _funding(self, found: ProgramDetail) -> Iterator[str]:
        for each in found.funding:
            amount = each.amount if each.amount_yen is None else yen_words(each.amount_yen, self.tr)
            yield f"{each.source} {amount}"
