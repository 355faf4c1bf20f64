"""The parts of the plan as the page shows them: chapters, the parts below them, their lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.documents.printed.words import PrintedWords
from shakyo_plan.model import BasicPlan, Goal, ListedProgram, Plan, Priority
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
    title: str
    text: str | None = None
    lists: tuple[ShownList, ...] = ()
    parts: tuple[ShownPart, ...] = ()


def chapters(plan: Plan, words: PrintedWords) -> Iterator[ShownPart]:
    """Yield the chapters after the policy, in printed order."""
    if plan.priorities:
        parts = tuple(_priority(priority, words) for priority in plan.priorities)
        yield ShownPart("priorities", "", words.priority, parts=parts)
    for goal in plan.goals:
        yield _goal(goal, words)
    if plan.management:
        sections = tuple(
            ShownPart(
                "", str(section.id), section.title, section.text, _sentences("", section.items)
            )
            for section in plan.management
        )
        yield ShownPart("management", "", words.management, parts=sections)


def _priority(priority: Priority, words: PrintedWords) -> ShownPart:
    return ShownPart(
        f"priority-{priority.id}",
        str(priority.id),
        priority.title,
        priority.text,
        (
            *_sentences(words.actions, priority.actions),
            *_programs(words.priority_programs, priority.programs),
        ),
    )


def _goal(goal: Goal, words: PrintedWords) -> ShownPart:
    return ShownPart(
        f"goal-{goal.id}",
        f"{words.goal} {goal.id}",
        goal.title,
        goal.text,
        parts=tuple(_basic_plan(basic_plan, words) for basic_plan in goal.plans),
    )


def _basic_plan(basic_plan: BasicPlan, words: PrintedWords) -> ShownPart:
    number = fold_plan_id(basic_plan.id)
    sections = tuple(
        ShownPart("", f"({count})", section.title, section.text)
        for count, section in enumerate(basic_plan.sections, 1)
    )
    programs = _programs(f"＜{words.programs}＞", basic_plan.programs)
    return ShownPart(
        f"plan-{number}", number, basic_plan.title, basic_plan.text, programs, sections
    )


def _sentences(heading: str, sentences: tuple[str, ...]) -> tuple[ShownList, ...]:
    return (ShownList(heading, sentences),) if sentences else ()


def _programs(heading: str, programs: tuple[ListedProgram, ...]) -> tuple[ShownList, ...]:
    return (ShownList(heading, programs=programs),) if programs else ()
