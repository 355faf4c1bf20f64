"""The whole printed plan, part by part, in the order that councils print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from shakyo_plan.documents.printed.blocks import (
    Block,
    Cover,
    Entries,
    Entry,
    Heading,
    Lead,
    Numbering,
    Paragraph,
    Philosophy,
    paragraphs,
)
from shakyo_plan.documents.printed.figures import accounts, departments, indicators
from shakyo_plan.documents.printed.programs import (
    district_programs,
    new_programs,
    other_programs,
)
from shakyo_plan.documents.printed.words import (
    PrintedWords,
    commission_marks,
    marked,
    place_marks,
)
from shakyo_plan.model import (
    BasicPlan,
    Citation,
    Goal,
    ListedProgram,
    Plan,
    Priority,
    cited,
)
from shakyo_plan.model.headings import titled
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.numbering import printed_number

_BETWEEN = "　"


def printed_document(plan: Plan) -> tuple[Block, ...]:
    """Return the printed plan: cover, policy, priorities, programs, goals, management."""
    return tuple(_Document(plan).blocks())


class _Document:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._words = PrintedWords(plan)
        self._shift = 0 if plan.goals else 1
        """By how many levels plans stand higher where no goal stands above them."""
        self._of_priorities = {
            citation.name
            for priority in plan.priorities
            for citation, _ in cited(priority.programs)
        }

    def blocks(self) -> Iterator[Block]:
        words, plan = self._words, self._plan
        yield Cover(f"{words.year}事業計画書", plan.council.name)
        yield Heading(1, f"{words.year} 事業方針", new_page=True)
        yield from paragraphs(plan.policy)
        yield from self._based_on()
        if plan.priorities:
            yield Heading(2, f"【{words.priority}】")
        for priority in plan.priorities:
            yield from self._priority(priority)
        yield from new_programs(plan, words)
        yield from district_programs(plan, words)
        yield Heading(1, f"{words.year}事業計画", new_page=True)
        if plan.philosophy:
            yield Philosophy(f"基本理念「{plan.philosophy}」")
        for goal in plan.goals:
            yield from self._goal(goal)
        for basic_plan in plan.plans:
            yield from self._basic_plan(basic_plan)
        yield from self._management()
        yield from other_programs(plan, words)
        yield from accounts(plan, words)
        yield from departments(plan)

    def _based_on(self) -> Iterator[Block]:
        if not self._plan.based_on:
            return
        yield Heading(2, "【上位計画】")
        entries = []
        for parent in self._plan.based_on:
            about = "、".join(filter(None, (parent.owner, parent.period)))
            entries.append(Entry(f"{parent.name}（{about}）" if about else parent.name))
        yield Entries(Numbering.BULLET, tuple(entries))

    def _numbered(
        self, level: int, kind: PartKind, number: int, title: str, usual: Numbering
    ) -> Heading:
        """Return a heading that Word numbers, or that has the number which the council prints."""
        if getattr(self._plan.numbering, kind.value) is None:
            return Heading(level, title, usual, number)
        printed = printed_number(self._plan.numbering, kind, number)
        return Heading(level, titled(printed, title, _BETWEEN))

    def _labelled(self, level: int, kind: PartKind, part_id: str | int, title: str) -> Heading:
        """Return a heading with the council's word and number, 基本目標 1, or its number as printed."""
        number = printed_number(self._plan.numbering, kind, part_id)
        if getattr(self._plan.numbering, kind.value) is None:
            label = self._words.goal if kind is PartKind.GOAL else self._words.plan
            number = f"{label} {number}"
        return Heading(level, titled(number, title, _BETWEEN))

    def _priority(self, priority: Priority) -> Iterator[Block]:
        title = marked(priority.title, priority.tags)
        yield self._numbered(3, PartKind.PRIORITY, priority.id, title, Numbering.PLAIN)
        yield from paragraphs(priority.text)
        lists = (
            (self._words.actions, tuple(map(Entry, priority.actions))),
            (self._words.priority_programs, tuple(map(self._of_priority, priority.programs))),
        )
        for number, (title, entries) in enumerate(filter(itemgetter(1), lists), 1):
            yield Heading(4, title, Numbering.BRACKETS, number)
            yield Entries(Numbering.KANA, entries)

    def _goal(self, goal: Goal) -> Iterator[Block]:
        yield self._labelled(2, PartKind.GOAL, goal.id, marked(goal.title, goal.tags))
        yield from paragraphs(goal.text)
        yield from indicators(goal.indicators)
        yield from self._programs(goal.programs)
        for basic_plan in goal.plans:
            yield from self._basic_plan(basic_plan)

    def _basic_plan(self, basic_plan: BasicPlan) -> Iterator[Block]:
        title = marked(basic_plan.title, basic_plan.tags)
        yield self._labelled(3 - self._shift, PartKind.PLAN, basic_plan.id, title)
        yield from paragraphs(basic_plan.text)
        if basic_plan.department:
            yield Paragraph(f"担当：{basic_plan.department}")
        yield from indicators(basic_plan.indicators)
        for count, section in enumerate(basic_plan.sections, 1):
            title = marked(section.title, section.tags)
            level, usual = 4 - self._shift, Numbering.BRACKETS
            yield self._numbered(level, PartKind.SECTION, count, title, usual)
            yield from paragraphs(section.text)
            yield from indicators(section.indicators)
            yield from self._programs(section.programs)
        yield from self._programs(basic_plan.programs)

    def _programs(self, programs: Iterable[ListedProgram]) -> Iterator[Block]:
        if entries := tuple(map(self._of_plan, programs)):
            yield Lead(f"＜{self._words.programs}＞")
            yield Entries(Numbering.BULLET, entries)

    def _management(self) -> Iterator[Block]:
        if not (self._plan.management or self._plan.management_text):
            return
        yield Heading(1, self._words.management)
        yield from paragraphs(self._plan.management_text)
        for section in self._plan.management:
            kind, usual = PartKind.MANAGEMENT, Numbering.BRACKETS
            yield self._numbered(4, kind, section.id, section.title, usual)
            yield from paragraphs(section.text)
            if section.items:
                yield Entries(Numbering.BULLET, tuple(map(Entry, section.items)))

    def _of_priority(self, listed: ListedProgram) -> Entry:
        if isinstance(listed, Citation):
            return Entry(self._with_commission(listed))
        return Entry(listed.heading, tuple(map(self._with_commission, listed.programs)))

    def _of_plan(self, listed: ListedProgram) -> Entry:
        if isinstance(listed, Citation):
            return Entry(self._with_place(listed))
        return Entry(listed.heading, tuple(map(self._with_place, listed.programs)))

    def _with_commission(self, citation: Citation) -> str:
        program = self._plan.registry.get(citation.name)
        return marked(citation.name, commission_marks(program)) if program else citation.name

    def _with_place(self, citation: Citation) -> str:
        """Return a name as lists of basic plans print it; its commission stands where priorities cite it."""
        program = self._plan.registry.get(citation.name)
        if program is None:
            return citation.name
        marks = [*place_marks(program)]
        if citation.name not in self._of_priorities:
            marks += commission_marks(program)
        return marked(citation.name, marks)
