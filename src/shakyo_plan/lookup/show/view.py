"""Everything about one part of a plan, as a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import Named
from shakyo_plan.lookup.show.data import NUMBERED
from shakyo_plan.lookup.show.facts import ELSEWHERE, facts_of, labels_of, records_of
from shakyo_plan.lookup.show.programs import programs_of
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
    Goal,
    ListedProgram,
    ManagementSection,
    Numbering,
    Plan,
    Priority,
    Section,
    cited,
    terms,
)
from shakyo_plan.model.fields import FieldKind, field_of, fields_of
from shakyo_plan.model.headings import heading, titled
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.words import (
    marks_of,
    months_words,
    with_marks,
)
from shakyo_plan.output.card import Card, CardEntry, CardList
from shakyo_plan.values.schedule import Month

_NEIGHBOURS = 10
"""As many are shown to people; data has all."""


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
                return Card(
                    title, (), self._blocks(programs_of(found.programs, None, self.tr), found.plans)
                )
            case DocumentDetail(plan):
                return self.document(plan)
            case ManagementDetail(section):
                title = self._title(PartKind.MANAGEMENT, section.id, section.title)
                items = self._block(
                    field_of(ManagementSection, "items").word, tuple(map(CardEntry, section.items))
                )
                return Card(title, facts_of(section, self.tr), (items,))

    def document(self, plan: Plan) -> Card:
        blocks = (
            CardList(self.tr(field.word), tuple(records_of(getattr(plan, field.key), self.tr)))
            for field in fields_of(Plan)
            if field.kind is FieldKind.RECORDS and field.key not in NUMBERED | ELSEWHERE
        )
        return Card(
            f"{plan.council.name}  {plan.year}",
            (
                *facts_of(plan.council, self.tr),
                *facts_of(plan, self.tr),
                *labels_of(plan, self.tr),
            ),
            tuple(block for block in blocks if block.entries),
        )

    def program(self, found: ProgramDetail) -> Card:
        tr, program = self.tr, found.program
        months = tuple(Month(*map(int, month.split("-"))) for month in found.months)
        near = found.neighbours[:_NEIGHBOURS]
        neighbours = [
            CardEntry(neighbour.name, self._numbers(neighbour.plans)) for neighbour in near
        ]
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
        facts = facts_of(program, tr, months_words(months, tr))
        return Card(title, facts, tuple(block for block in blocks if block.entries))

    def _citing(self, cited_by: Iterable[CitedBy], kind: PartKind) -> Iterator[CardEntry]:
        """Yield the parts of a kind that cite a program, each once: with the sections and groups there."""
        notes: dict[str, list[str]] = {}
        for citing in cited_by:
            if citing.kind is kind:
                part = f"{self.tr.number(kind, citing.id)}  {citing.title}"
                section = citing.section and heading(
                    self.numbering, PartKind.SECTION, citing.section, self.tr
                )
                named = titled(section or "", citing.section_title or "", " ")
                notes.setdefault(part, []).extend(filter(None, (named, citing.group)))
        yield from (CardEntry(part, "、".join(found)) for part, found in notes.items())

    def _numbers(self, plans: Iterable[str]) -> str:
        return " ".join(self.tr.number(PartKind.PLAN, plan_id) for plan_id in plans)

    def basic_plan(self, found: PlanDetail, hit: Named) -> Card:
        plan, goal = found.plan, found.goal
        sections = tuple(
            item
            for number, section in enumerate(plan.sections, 1)
            for item in (
                CardEntry(self._section_title(number, section)),
                *(self._listed_names(section.programs)),
                *(CardEntry(words, depth=1) for _, words in facts_of(section, self.tr)),
            )
        )
        return Card(
            self._title(PartKind.PLAN, plan.id, self._tagged(plan)),
            (*self._under(goal), *facts_of(plan, self.tr)),
            (
                *self._blocks(CardList(self.tr(terms.SECTIONS), sections)),
                *self._blocks(programs_of(found.programs, hit, self.tr)),
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
            ((above, plan.title), *facts_of(section, self.tr)),
            (
                *self._blocks(programs_of(found.programs, hit, self.tr)),
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
                f"{self.tr.number(PartKind.PLAN, plan.id)}  {plan.title}",
                self.tr(say_n("{n} program", "{n} programs", len(plan.programs))),
            )
            for plan in found.plans
        )
        return Card(
            self._title(PartKind.GOAL, found.goal.id, self._tagged(found.goal)),
            (
                *facts_of(found.goal, self.tr),
                (self.tr(say("distinct programs")), str(len(found.programs))),
            ),
            (
                *([self._block(terms.PLANS, plans)] if plans or not own else []),
                *([programs_of(own, hit, self.tr)] if own else []),
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
            facts_of(priority, self.tr),
            (
                *self._blocks(self._block(terms.ACTIONS, actions)),
                *self._blocks(programs_of(found.programs, hit, self.tr), found.plans),
            ),
        )

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
        return tuple(block for block in blocks if block.entries)

    def _reach(
        self, words: Message, shared: tuple[Shared, ...], kind: PartKind = PartKind.PRIORITY
    ) -> CardList:
        """Return parts of a kind with the programs that they have in common with another part."""
        entries = (
            CardEntry(f"{self.tr.number(kind, part.id)}  {part.title}", "、".join(part.programs))
            for part in shared
        )
        return self._block(words, tuple(entries))
