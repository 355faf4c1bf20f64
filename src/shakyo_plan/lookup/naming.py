"""What a person's words name in a plan: an id, a label with a number, a name or a part of one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn, TypeAlias

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.lookup.texts import keys_with
from shakyo_plan.message import say
from shakyo_plan.model import (
    BasicPlan,
    Goal,
    Labels,
    ManagementSection,
    Plan,
    Priority,
    Program,
    ProgramGroup,
    Section,
)
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.model.not_found import not_found
from shakyo_plan.model.numbering import number_alone, printed_number, same_number
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import Wanted, fold_name
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True, slots=True)
class District:
    """A district of the council, which is nothing but its name."""

    name: str


Part: TypeAlias = (
    Plan | Section | Goal | BasicPlan | Priority | Program | District | ManagementSection
)


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a plan with what people call it."""

    kind: PartKind
    id: str | None
    title: str
    part: Part
    other_names: tuple[str, ...] = ()
    number: str = ""
    """Its number as the council prints it."""
    also: tuple[str, ...] = ()
    """Its number with those of the parts above it, as people cite it: Ⅰ（1）, 1-1②."""
    found_in: tuple[str, ...] = ()
    """The keys of its texts that have the words, where nothing is called by them."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.title, *self.other_names)


_WHOLE_PLAN = ("計画書", "事業計画書", "document")
"""What the plan as a whole is called, beside by the name of its council."""
# No id has more digits; without a bound, the time for a long word grows with its square.
_SECTION = lazy_pattern(
    r"(?P<plan>\d{1,9}(?:\s{0,3}\D\s{0,3}\d{1,9})?)\s{0,3}-?\(\s{0,3}(?P<number>\d{1,9})\s{0,3}\)"
)
_NUMBERED = lazy_pattern(r"(?P<label>.*?)\s{0,3}(?<!\d)(?P<number>\d{1,9}(?:-\d{1,9})?)")
_ID_AT_THE_END = lazy_pattern(r"(?<!\d)\d{1,9}\s{0,3}\D\s{0,3}\d{1,9}$")


def named_parts(plan: Plan) -> Iterator[Named]:
    """Yield everything that has a name or a number, in printed order."""
    yield Named(PartKind.DOCUMENT, None, plan.council.name, plan, _WHOLE_PLAN)
    yield from (_numbered_part(plan, PartKind.GOAL, goal.id, goal) for goal in plan.goals)
    for basic_plan in plan.basic_plans:
        plan_id = fold_plan_id(basic_plan.id)
        yield _numbered_part(plan, PartKind.PLAN, plan_id, basic_plan)
        for number, section in enumerate(basic_plan.sections, 1):
            yield _section(plan, plan_id, number, section)
    for priority in plan.priorities:
        yield _numbered_part(plan, PartKind.PRIORITY, priority.id, priority)
    for program in plan.programs:
        names = (*program.aliases, *program.formerly)
        yield Named(PartKind.PROGRAM, None, program.name, program, names)
    for name in plan.council.districts:
        yield Named(PartKind.DISTRICT, None, name, District(name), (f"{name}地区",))
    for managing in plan.management:
        yield _numbered_part(plan, PartKind.MANAGEMENT, managing.id, managing)


def _numbered_part(
    plan: Plan,
    kind: PartKind,
    part_id: str | int,
    part: Goal | BasicPlan | Priority | ManagementSection,
) -> Named:
    number = printed_number(plan.numbering, kind, part_id)
    alone = number_alone(plan.numbering, kind, part_id)
    return Named(kind, str(part_id), part.title, part, number=number, also=(alone,))


def _section(plan: Plan, plan_id: str, number: int, section: Section) -> Named:
    printed = printed_number(plan.numbering, PartKind.SECTION, number)
    above = {
        plan_id,
        printed_number(plan.numbering, PartKind.PLAN, plan_id),
        number_alone(plan.numbering, PartKind.PLAN, plan_id),
    }
    below = {f"({number})", printed or f"({number})"}
    also = tuple(f"{whole}{part}" for whole in above if whole for part in below)
    title, section_id = section.title, f"{plan_id}({number})"
    return Named(PartKind.SECTION, section_id, title, section, number=printed, also=also)


def find(plan: Plan, words: str) -> tuple[Named, ...]:
    """Return what the words name: by number, else by the whole name, else by a part of it.

    ``1`` means every part of that number; ``目標1``, ``重点項目 1``, ``priority 1`` or the council's
    own label say which. Width, spaces and brackets do not matter; aliases and former names count.
    Where nothing is called by the words, what has them in a text is meant.

    Raises:
        UserError: nothing is called that; the message offers what is nearest.
    """
    parts = tuple(named_parts(plan))
    wanted = Wanted.of(words)
    whole = tuple(part for part in parts if wanted.name in map(fold_name, part.names))
    if whole:
        return whole
    if numbered := _by_number(plan, parts, words):
        return numbered
    found = tuple(
        part
        for part in parts
        # Many words are part of a council's name, and do not mean its plan.
        if wanted.letters and part.kind is not PartKind.DOCUMENT
        if any(map(wanted.stand_in, part.names))
    )
    return (
        found
        or _with_group(plan, parts, wanted.name)
        or _by_text(parts, wanted)
        or _nothing(parts, words)
    )


def _with_group(plan: Plan, parts: tuple[Named, ...], folded: str) -> tuple[Named, ...]:
    """Return the parts whose lists have a group of these words, 各種事業の開催: it is no part by itself."""
    holding = {
        id(listing.part)
        for listing in plan.lists
        for group in listing.programs
        if isinstance(group, ProgramGroup)
        and folded in (fold_name(group.group), fold_name(group.heading))
    }
    return tuple(part for part in parts if id(part.part) in holding)


def _by_text(parts: tuple[Named, ...], wanted: Wanted) -> tuple[Named, ...]:
    """Return the parts whose texts have the words."""
    found = ((part, keys_with(part.part, wanted)) for part in parts if wanted.letters)
    return tuple(replace(part, found_in=keys) for part, keys in found if keys)


def _by_number(plan: Plan, parts: tuple[Named, ...], words: str) -> tuple[Named, ...]:
    """Return the parts of that number, as in the file, or else as the council prints it.

    Raises:
        UserError: words name a kind of part and a number that none of these has.
    """
    if sections := _with_section_id(parts, words):
        return sections
    label, number = label_and_number(words) or ("", "")
    kinds = kinds_labelled(label, plan.labels) if number else None
    if kinds:
        if "-" in number:
            kinds = tuple(kind for kind in kinds if kind is PartKind.PLAN)
        if found := tuple(part for part in parts if part.kind in kinds and part.id == number):
            return found
    if printed := _by_printed_number(plan, parts, words):
        return printed
    if kinds:
        known = tuple(part.id for part in parts if part.kind in kinds and part.id)
        what = KIND_WORDS[kinds[0]] if len(kinds) == 1 else say("part")
        raise not_found(what, number, tuple(dict.fromkeys(known)))
    return ()


def _with_section_id(parts: tuple[Named, ...], words: str) -> tuple[Named, ...]:
    """Return the section of an id with a number in brackets: 1-5(2)."""
    section = _SECTION.fullmatch(_id_at_the_end(unicodedata.normalize("NFKC", words).strip()))
    wanted = section and f"{fold_plan_id(section['plan'])}({section['number']})"
    return tuple(part for part in parts if wanted and part.id == wanted)


def _by_printed_number(plan: Plan, parts: tuple[Named, ...], words: str) -> tuple[Named, ...]:
    """Return the parts with a number as printed, behind their label or alone: Ⅱ, 重点目標Ⅱ."""
    labels = _labels(plan.labels)

    def meant(part: Named) -> bool:
        of_plan = part.kind is PartKind.SECTION
        beginnings = ("", *labels.get(PartKind.PLAN if of_plan else part.kind, ()))
        # A section's number alone says of no plan which section.
        numbers = part.also if of_plan else (part.number, *part.also)
        return any(
            words.startswith(label) and same_number(words[len(label) :], number)
            for label in beginnings
            for number in numbers
        )

    return tuple(part for part in parts if meant(part))


def section_numbered(plan: Plan, words: str | None) -> tuple[str, int] | None:
    """Return the id of the basic plan and the number of its section that words name: 1-5(2), Ⅰ-1(2).

    None where they name no section, or several.
    """
    if not words:
        return None
    sections = tuple(part for part in named_parts(plan) if part.kind is PartKind.SECTION)
    found = _with_section_id(sections, words) or _by_printed_number(plan, sections, words)
    if len(found) != 1 or not found[0].id:
        return None
    plan_id, _, number = found[0].id.rstrip(")").partition("(")
    return plan_id, int(number)


def plan_id_numbered(plan: Plan, words: str | None) -> str | None:
    """Return the id of the basic plan with a number as printed, （1） or Ⅰ（1）.

    None where the words are an id already, and for none or several.
    """
    ids = [fold_plan_id(basic_plan.id) for basic_plan in plan.basic_plans]
    if words is None or fold_plan_id(words) in ids:
        return None
    found = [
        plan_id
        for plan_id in ids
        if same_number(words, printed_number(plan.numbering, PartKind.PLAN, plan_id))
        or same_number(words, number_alone(plan.numbering, PartKind.PLAN, plan_id))
    ]
    return found[0] if len(found) == 1 else None


def _id_at_the_end(text: str) -> str:
    """Fold the hyphen of an id that stands behind a label: 基本計画１－５."""
    written = _ID_AT_THE_END.search(text)
    return text[: written.start()] + fold_plan_id(written[0]) if written else text


def label_and_number(words: str) -> tuple[str, str] | None:
    """Return what words name by a number: the label before it, and the number; None for other words."""
    folded = _id_at_the_end(unicodedata.normalize("NFKC", words).strip())
    written = _NUMBERED.fullmatch(folded)
    return (written["label"], written["number"]) if written else None


def kinds_labelled(label: str, labels: Labels) -> tuple[PartKind, ...] | None:
    """Return the kinds that a label before a number means; None where it is no label."""
    folded = fold_name(label)
    if not folded:
        return (PartKind.GOAL, PartKind.PLAN, PartKind.PRIORITY, PartKind.MANAGEMENT)
    found = tuple(
        kind
        for kind, names in _labels(labels).items()
        if folded in {fold_name(name) for name in names}
    )
    return found or None


def _labels(own: Labels) -> Mapping[PartKind, tuple[str, ...]]:
    """Return what people call each kind of part that has a number: the council's own word first."""
    return {
        PartKind.GOAL: (own.goal, "基本目標", "目標", "goal"),
        PartKind.PLAN: (own.plan, "基本計画", "計画", "基本施策", "plan", "basicplan"),
        PartKind.PRIORITY: (own.priority, "重点項目", "重点", "priority"),
        PartKind.MANAGEMENT: (own.management, "組織運営", "management"),
    }


def _nothing(parts: tuple[Named, ...], words: str) -> NoReturn:
    by_name = {name: None for part in parts for name in part.names}
    near = nearest(words, by_name, 3, least=0.5)
    if near:
        raise UserError(
            say("No part of the plan is called “{words}”, and no text has it", words=words),
            say("Did you mean one of these? {names}", names=tuple(near)),
        )
    raise UserError(
        say("No part of the plan is called “{words}”, and no text has it", words=words),
        say("“plan outline” and “plan programs” list what the plan contains"),
    )
