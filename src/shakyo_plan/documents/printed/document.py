"""The whole printed plan, part by part, in the order that councils print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.documents.printed.blocks import (
    Block,
    Cover,
    Entries,
    Entry,
    Heading,
    Lead,
    Numbering,
    Philosophy,
    paragraphs,
)
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
from shakyo_plan.values.plan_id import fold_plan_id


def printed_document(plan: Plan) -> tuple[Block, ...]:
    """Return the printed plan: cover, policy, priorities, programs, goals, management."""
    return tuple(_Document(plan).blocks())


class _Document:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._words = PrintedWords(plan)
        self._of_priorities = {
            citation.name for each in plan.priorities for citation, _ in cited(each.programs)
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
        yield from self._management()
        yield from other_programs(plan, words)

    def _based_on(self) -> Iterator[Block]:
        if not self._plan.based_on:
            return
        yield Heading(2, "【上位計画】")
        entries = []
        for parent in self._plan.based_on:
            about = "、".join(filter(None, (parent.owner, parent.period)))
            entries.append(Entry(f"{parent.name}（{about}）" if about else parent.name))
        yield Entries(Numbering.BULLET, tuple(entries))

    def _priority(self, priority: Priority) -> Iterator[Block]:
        yield Heading(3, priority.title, Numbering.PLAIN, priority.id)
        yield from paragraphs(priority.text)
        lists = (
            (self._words.actions, tuple(map(Entry, priority.actions))),
            (self._words.priority_programs, tuple(map(self._of_priority, priority.programs))),
        )
        for number, (title, entries) in enumerate((each for each in lists if each[1]), 1):
            yield Heading(4, title, Numbering.BRACKETS, number)
            yield Entries(Numbering.KANA, entries)

    def _goal(self, goal: Goal) -> Iterator[Block]:
        yield Heading(2, f"{self._words.goal} {goal.id}　{goal.title}")
        yield from paragraphs(goal.text)
        for basic_plan in goal.plans:
            yield from self._basic_plan(basic_plan)

    def _basic_plan(self, basic_plan: BasicPlan) -> Iterator[Block]:
        number = fold_plan_id(basic_plan.id)
        yield Heading(3, f"{self._words.plan} {number}　{basic_plan.title}")
        yield from paragraphs(basic_plan.text)
        for count, section in enumerate(basic_plan.sections, 1):
            yield Heading(4, section.title, Numbering.BRACKETS, count)
            yield from paragraphs(section.text)
        yield from self._programs(basic_plan.programs)

    def _programs(self, programs: Iterable[ListedProgram]) -> Iterator[Block]:
        if entries := tuple(map(self._of_plan, programs)):
            yield Lead(f"＜{self._words.programs}＞")
            yield Entries(Numbering.BULLET, entries)

    def _management(self) -> Iterator[Block]:
        if not self._plan.management:
            return
        yield Heading(1, f"社会福祉協議会の{self._words.management}")
        for section in self._plan.management:
            yield Heading(4, section.title, Numbering.BRACKETS, section.id)
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
