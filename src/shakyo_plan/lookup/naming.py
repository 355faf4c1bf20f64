"""What a person's words name in a plan: an id, a label with a number, a name or a part of one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, say
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Plan, Priority, Program
from shakyo_plan.model.not_found import not_found
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id


class Kind(StrEnum):
    """What a named part of a plan is."""

    GOAL = "goal"
    PLAN = "plan"
    PRIORITY = "priority"
    PROGRAM = "program"
    DISTRICT = "district"
    MANAGEMENT = "management"


@dataclass(frozen=True, slots=True)
class District:
    """A district of the council, which is nothing but its name."""

    name: str


Part: TypeAlias = Goal | BasicPlan | Priority | Program | District | ManagementSection


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a plan with what people call it."""

    kind: Kind
    id: str | None
    title: str
    part: Part
    other_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, folded for comparison."""
        return tuple(fold_name(name) for name in (self.title, *self.other_names))


# No id has more digits; without a bound, the time for a long word grows with its square.
_NUMBERED = re.compile(r"(?P<label>.*?)\s{0,3}(?<!\d)(?P<number>\d{1,9}(?:-\d{1,9})?)")
_ID_AT_THE_END = re.compile(r"(?<!\d)\d{1,9}\s{0,3}\D\s{0,3}\d{1,9}$")


def named_parts(plan: Plan) -> Iterator[Named]:
    """Yield everything that has a name or a number, in printed order."""
    for goal in plan.goals:
        yield Named(Kind.GOAL, str(goal.id), goal.title, goal)
    for basic_plan in plan.basic_plans:
        yield Named(Kind.PLAN, fold_plan_id(basic_plan.id), basic_plan.title, basic_plan)
    for priority in plan.priorities:
        yield Named(Kind.PRIORITY, str(priority.id), priority.title, priority)
    for program in plan.programs:
        names = (*program.aliases, *program.formerly)
        yield Named(Kind.PROGRAM, None, program.name, program, names)
    for name in plan.council.districts:
        yield Named(Kind.DISTRICT, None, name, District(name), (f"{name}地区",))
    for section in plan.management:
        yield Named(Kind.MANAGEMENT, str(section.id), section.title, section)


def find(plan: Plan, words: str) -> tuple[Named, ...]:
    """Return what the words name: by number, else by the whole name, else by a part of it.

    ``1`` means every part of that number; ``目標1``, ``重点項目 1``, ``priority 1`` or the council's
    own label say which. Width, spaces and brackets do not matter; aliases and former names count.

    Raises:
        UserError: nothing is called that; the message offers what is nearest.
    """
    parts = tuple(named_parts(plan))
    wanted = fold_name(words)
    whole = tuple(part for part in parts if wanted in part.names)
    if whole:
        return whole
    if numbered := _numbered(plan, parts, words):
        return numbered
    found = tuple(part for part in parts if wanted and any(wanted in name for name in part.names))
    if found:
        return found
    raise _nothing(parts, words)


def _numbered(plan: Plan, parts: tuple[Named, ...], words: str) -> tuple[Named, ...]:
    folded = _id_at_the_end(unicodedata.normalize("NFKC", words).strip())
    written = _NUMBERED.fullmatch(folded)
    if written is None:
        return ()
    number, kinds = written["number"], _labelled(plan, written["label"])
    if kinds is None:
        return ()
    if "-" in number:
        kinds = tuple(kind for kind in kinds if kind is Kind.PLAN)
    found = tuple(part for part in parts if part.kind in kinds and part.id == number)
    if found or not kinds:
        return found
    known = tuple(part.id for part in parts if part.kind in kinds and part.id)
    what = KIND_WORDS[kinds[0]] if len(kinds) == 1 else say("part")
    raise not_found(what, number, tuple(dict.fromkeys(known)))


def _id_at_the_end(text: str) -> str:
    """Fold the hyphen of an id that stands behind a label: 基本計画１－５."""
    written = _ID_AT_THE_END.search(text)
    return text[: written.start()] + fold_plan_id(written[0]) if written else text


def _labelled(plan: Plan, label: str) -> tuple[Kind, ...] | None:
    """Return the kinds that a label before a number means; None where it is no label."""
    folded = fold_name(label)
    if not folded:
        return (Kind.GOAL, Kind.PLAN, Kind.PRIORITY, Kind.MANAGEMENT)
    labels = {
        Kind.GOAL: (plan.labels.goal, "基本目標", "目標", "goal"),
        Kind.PLAN: (plan.labels.plan, "基本計画", "計画", "基本施策", "plan", "basicplan"),
        Kind.PRIORITY: (plan.labels.priority, "重点項目", "重点", "priority"),
        Kind.MANAGEMENT: ("組織運営", "management"),
    }
    found = tuple(
        kind for kind, names in labels.items() if folded in {fold_name(name) for name in names}
    )
    return found or None


KIND_WORDS: Mapping[Kind, Message] = {
    Kind.GOAL: say("goal"),
    Kind.PLAN: say("basic plan"),
    Kind.PRIORITY: say("priority"),
    Kind.PROGRAM: say("program"),
    Kind.DISTRICT: say("district"),
    Kind.MANAGEMENT: say("management"),
}


def _nothing(parts: tuple[Named, ...], words: str) -> UserError:
    by_name = {name: None for part in parts for name in (part.title, *part.other_names)}
    near = nearest(words, by_name, 3, least=0.5)
    if near:
        return UserError(
            say("No part of the plan is called “{words}”", words=words),
            say("Did you mean one of these? {names}", names=tuple(near)),
        )
    return UserError(
        say("No part of the plan is called “{words}”", words=words),
        say("“plan outline” and “plan programs” list what the plan contains"),
    )
