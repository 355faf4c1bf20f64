"""What stood in a plan before and after a change, as text for people."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diff import CitedIn, PlanFlow, PlanPlace, ProgramEntry
from shakyo_plan.diff.changes import Part, Value, Version
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say
from shakyo_plan.model import (
    BasicPlan,
    Goal,
    ListedProgram,
    ManagementSection,
    ParentPlan,
    Priority,
    ProgramGroup,
    Section,
    Suppression,
    cited,
    terms,
)
from shakyo_plan.model.fields import Field
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.value_words import value_words
from shakyo_plan.model.words import goal_words, marks_of, priority_words
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.plan_id import fold_plan_id


def value_text(value: Value, field: Field | None, tr: Translator) -> str:
    """Return a value as text, of several lines where it is a whole part; nothing for none."""
    match value:
        case tuple() if any(isinstance(member, ProgramEntry) for member in value):
            entries = (member for member in value if isinstance(member, ProgramEntry))
            return "\n".join(_entry_line(entry, tr) for entry in entries)
        case ProgramEntry():
            return entry_text(value, tr)
        case CitedIn():
            return value.name if field and field.key == "name" else place_text(value, tr)
        case PlanPlace():
            return value.id
        case PlanFlow():
            return f"{value.id} {value.title}"
        case None | str() | int() | tuple():
            return value_words(field, value, tr, "・")
        case _:
            return "\n".join(line for line in _lines(value, tr) if line)


def place_text(place: CitedIn, tr: Translator) -> str:
    """Return a list that cites programs: 1-5, 重点項目 2, with the group in it."""
    if place.plan is not None:
        where = tr.number(PartKind.PLAN, place.plan)
        where += "" if place.section is None else f"({place.section})"
    elif place.goal is not None:
        where = goal_words(place.goal, tr)
    else:
        where = priority_words([place.priority or 0], tr)
    return in_group(where, place.group, tr)


def in_group(where: str, group: str | None, tr: Translator) -> str:
    """Return a place with the group in it, where there is one."""
    return tr(say("{where} ({group})", where=where, group=group)) if group else where


def entry_text(entry: ProgramEntry, tr: Translator) -> str:
    """Return a program that comes or goes: its name, marks, schedule, budget, and where it is cited."""
    found = "・".join(marks_of(entry.program, tr))
    name = entry.program.name
    named = tr(say("{name} ({marks})", name=name, marks=found)) if found else name
    return "\n".join([named, *_facts(entry, tr)])


def _entry_line(entry: ProgramEntry, tr: Translator) -> str:
    """Return the same in one line."""
    known = (*marks_of(entry.program, tr), *_facts(entry, tr))
    name = entry.program.name
    return tr(say("{name} ({marks})", name=name, marks=known)) if known else name


def moved_text(value: Value, version: Version, tr: Translator) -> str:
    """Return where something stood or stands, with the title of the plan that has the number."""
    match value:
        case CitedIn(plan=str() as plan, section=int() as section):
            where = f"{_titled(plan, version, tr)} {section_text(plan, section, version)}"
            return in_group(where, value.group, tr)
        case CitedIn(plan=str() as plan):
            return in_group(_titled(plan, version, tr), value.group, tr)
        case PlanPlace(goal=None):
            return _titled(value.id, version, tr)
        case PlanPlace(goal=int() as number):
            goal = f"{goal_words(number, tr)} {version.titles.get(str(number), '')}".rstrip()
            return tr(say("{where} ({group})", where=value.id, group=goal))
        case str():
            return _titled(value, version, tr)
        case _:
            return value_text(value, None, tr)


def section_text(plan_id: str, section: int, version: Version) -> str:
    """Return the number and title of a section."""
    title = version.titles.get(f"{fold_plan_id(plan_id)}({section})", "")
    return f"({section}) {title}".rstrip() if title else f"({section})"


def _titled(plan_id: str, version: Version, tr: Translator) -> str:
    number = tr.number(PartKind.PLAN, plan_id)
    return f"{number} {version.titles.get(fold_plan_id(plan_id), '')}".rstrip()


def _facts(entry: ProgramEntry, tr: Translator) -> Iterator[str]:
    if entry.program.purpose:
        yield tr(say("purpose: {value}", value=entry.program.purpose))
    if entry.program.schedule:
        yield tr(say("schedule: {value}", value=entry.program.schedule))
    if entry.program.budget:
        yield tr(say("budget: {value}", value=entry.program.budget))
    if entry.cited_in:
        places = tuple(place_text(place, tr) for place in entry.cited_in)
        yield tr(say("cited in: {places}", places=places))


def _lines(part: Part, tr: Translator) -> Iterator[str]:
    """Yield the lines of a whole part that was added or removed."""
    match part:
        case ProgramGroup():
            yield part.heading
            yield _listed(part.programs, terms.MAIN_PROGRAMS, tr)
        case ParentPlan():
            yield part.name
            yield "・".join(fact for fact in (part.owner, part.period) if fact)
        case Suppression():
            yield f"{part.rule} {part.item}"
            yield part.reason
            yield tr(say("until {year}", year=str(FiscalYear(part.until))))
        case Section() | Goal():
            yield part.title
            yield part.text or ""
            yield _listed(part.programs, terms.MAIN_PROGRAMS, tr)
        case ManagementSection():
            yield part.title
            yield part.text or ""
            yield from (f"・{item}" for item in part.items)
        case Priority():
            yield part.title
            yield part.text or ""
            yield from (f"・{action}" for action in part.actions)
            yield _listed(part.programs, terms.PRIORITY_PROGRAMS, tr)
        case BasicPlan():
            yield part.title
            yield part.text or ""
            yield from (f"({n}) {section.title}" for n, section in enumerate(part.sections, 1))
            yield _listed(part.listed, terms.MAIN_PROGRAMS, tr)


def _listed(programs: tuple[ListedProgram, ...], heading: Message, tr: Translator) -> str:
    found = tuple(citation.name for citation, _ in cited(programs))
    return tr(say("{programs}: {names}", programs=heading, names=found)) if found else ""
