"""The facts of a plan, and how many of them an import held: exactly, or as printed with a doubt at the spot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from shakyo_plan.documents.doubts import Doubt
from shakyo_plan.values.name import fold_name

Fact = tuple[str, ...]
"""What kind, where (ids of parts), and what."""


class Score(NamedTuple):
    """How many facts there are, and which were missed."""

    total: int
    exact: int
    doubted: int
    missed: tuple[Fact, ...]

    @property
    def held(self) -> float:
        return (self.exact + self.doubted) / self.total

    @property
    def share_exact(self) -> float:
        return self.exact / self.total


def facts_of(data: Mapping[str, Any]) -> list[Fact]:
    """Return every fact of a plan's data, in printed order."""
    return list(_facts(data))


def _facts(data: Mapping[str, Any]) -> Iterator[Fact]:
    for priority in data.get("priorities", ()):
        here = f"priority {priority['id']}"
        yield "title", here, priority["title"]
        for at, action in enumerate(priority.get("actions", ())):
            yield "action", here, str(at), action
        yield from _listed(here, priority.get("programs", ()))
    for goal in data.get("goals", ()):
        yield "title", f"goal {goal['id']}", goal["title"]
        yield from _listed(f"goal {goal['id']}", goal.get("programs", ()))
        for plan in goal.get("plans", ()):
            yield from _plan(plan)
    for plan in data.get("plans", ()):
        yield from _plan(plan)
    for program in data.get("programs", ()):
        for key in ("status", "district", "commissioned_by", "schedule", "budget"):
            if key in program:
                yield key, program["name"], str(program[key])
        for former in program.get("formerly", ()):
            yield "formerly", program["name"], former
    for section in data.get("management", ()):
        here = f"management {section['id']}"
        yield "title", here, section["title"]
        for at, item in enumerate(section.get("items", ())):
            yield "item", here, str(at), item


def _plan(plan: Mapping[str, Any]) -> Iterator[Fact]:
    here = f"plan {plan['id']}"
    yield "title", here, plan["title"]
    for at, section in enumerate(plan.get("sections", ())):
        yield "section", here, str(at), section["title"]
        yield from _listed(f"{here}({at + 1})", section.get("programs", ()))
    yield from _listed(here, plan.get("programs", ()))


def _listed(here: str, listed: Sequence[Any]) -> Iterator[Fact]:
    for at, each in enumerate(listed):
        if isinstance(each, str):
            yield "program", here, str(at), each
            continue
        yield "group", here, str(at), each["group"]
        for example in each.get("examples", ()):
            yield "example", here, str(at), example
        for number, name in enumerate(each.get("programs", ())):
            yield "program", here, f"{at}.{number}", name


def score(data: Mapping[str, Any], wanted: Mapping[str, Any], doubts: Sequence[Doubt]) -> Score:
    """Count the facts of ``wanted`` that the data holds; each of the data's facts counts once."""
    there = Counter(facts_of(data))
    forms = [
        {
            fold_name(part)
            for text in (doubt.printed, doubt.recorded, *doubt.candidates)
            for part in (text, *text.split(" ／ "))
        }
        for doubt in doubts
    ]
    exact, doubted, missed = 0, 0, []
    left = []
    for fact in facts_of(wanted):
        if there[fact]:
            there[fact] -= 1
            exact += 1
        else:
            left.append(fact)
    for fact in left:
        value = fold_name(fact[-1])
        # The same spot, recorded as printed; or the same value of a program that is called otherwise.
        other = next(
            (known for known, count in there.items() if count and _same_spot(known, fact)), None
        )
        named = any(
            value in words and (other is None or fold_name(other[-1]) in words) for words in forms
        )
        renamed = (
            other is not None
            and other[-1] == fact[-1]
            and any({fold_name(other[1]), fold_name(fact[1])} <= words for words in forms)
        )
        if other is not None and (named or renamed):
            there[other] -= 1
            doubted += 1
        else:
            missed.append(fact)
    return Score(len(facts_of(wanted)), exact, doubted, tuple(missed))


def _same_spot(known: Fact, fact: Fact) -> bool:
    if known[0] != fact[0] or len(known) != len(fact):
        return False
    if len(fact) == 4:
        return known[1:3] == fact[1:3]
    return known[1] == fact[1] or known[2] == fact[2]
