"""The parts of the plan as the page shows them: chapters, the parts below them, their lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.documents.printed.words import PrintedWords
from shakyo_plan.model import BasicPlan, Goal, Indicator, ListedProgram, Plan, Priority, Section
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.numbering import printed_number
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list with its heading: of sentences, or of programs and groups of them."""

    heading: str
    sentences: tuple[str, ...] = ()
    programs: tuple[ListedProgram, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the plan: its number and title, what it says, its lists, and the parts below it."""

    anchor: str
    """What links to it name; nothing where none lead to it."""
    number: str
    """As printed, with the council's word where it has one; nothing where none is printed."""
    title: str
    text: str | None = None
    tags: tuple[str, ...] = ()
    department: str | None = None
    indicators: tuple[Indicator, ...] = ()
    lists: tuple[ShownList, ...] = ()
    parts: tuple[ShownPart, ...] = ()


def chapters(plan: Plan, words: PrintedWords) -> Iterator[ShownPart]:
    """Yield the chapters after the policy, in printed order."""
    yield from _Chapters(plan, words).all()


class _Chapters:
    def __init__(self, plan: Plan, words: PrintedWords) -> None:
        self._plan = plan
        self._words = words

    def all(self) -> Iterator[ShownPart]:
        plan, words = self._plan, self._words
        if plan.priorities:
            yield ShownPart(
                "priorities", "", words.priority, parts=tuple(map(self._priority, plan.priorities))
            )
        yield from map(self._goal, plan.goals)
        if plan.plans:
            yield ShownPart("plans", "", words.plan, parts=tuple(map(self._basic_plan, plan.plans)))
        if plan.management or plan.management_text:
            sections = tuple(
                ShownPart(
                    "",
                    self._number(PartKind.MANAGEMENT, section.id),
                    section.title,
                    section.text,
                    lists=_sentences("", section.items),
                )
                for section in plan.management
            )
            yield ShownPart(
                "management", "", words.management, plan.management_text, parts=sections
            )

    def _number(self, kind: PartKind, part_id: str | int) -> str:
        return printed_number(self._plan.numbering, kind, part_id)

    def _priority(self, priority: Priority) -> ShownPart:
        return ShownPart(
            f"priority-{priority.id}",
            self._number(PartKind.PRIORITY, priority.id),
            priority.title,
            priority.text,
            priority.tags,
            lists=(
                *_sentences(self._words.actions, priority.actions),
                *_programs(self._words.priority_programs, priority.programs),
            ),
        )

    def _goal(self, goal: Goal) -> ShownPart:
        number = self._number(PartKind.GOAL, goal.id)
        if number and not self._plan.numbering.goal:
            number = f"{self._words.goal} {number}"
        return ShownPart(
            f"goal-{goal.id}",
            number,
            goal.title,
            goal.text,
            goal.tags,
            indicators=goal.indicators,
            lists=self._listed(goal.programs),
            parts=tuple(map(self._basic_plan, goal.plans)),
        )

    def _basic_plan(self, basic_plan: BasicPlan) -> ShownPart:
        return ShownPart(
            f"plan-{fold_plan_id(basic_plan.id)}",
            self._number(PartKind.PLAN, basic_plan.id),
            basic_plan.title,
            basic_plan.text,
            basic_plan.tags,
            basic_plan.department,
            basic_plan.indicators,
            self._listed(basic_plan.programs),
            tuple(
                self._section(number, section)
                for number, section in enumerate(basic_plan.sections, 1)
            ),
        )

    def _section(self, number: int, section: Section) -> ShownPart:
        return ShownPart(
            "",
            self._number(PartKind.SECTION, number),
            section.title,
            section.text,
            section.tags,
            indicators=section.indicators,
            lists=self._listed(section.programs),
        )

    def _listed(self, programs: tuple[ListedProgram, ...]) -> tuple[ShownList, ...]:
        return _programs(f"＜{self._words.programs}＞", programs)


def _sentences(heading: str, sentences: tuple[str, ...]) -> tuple[ShownList, ...]:
    return (ShownList(heading, sentences),) if sentences else ()


def _programs(heading: str, programs: tuple[ListedProgram, ...]) -> tuple[ShownList, ...]:
    return (ShownList(heading, programs=programs),) if programs else ()
