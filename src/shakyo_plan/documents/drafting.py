"""From the sketch to the data of a plan file, with the place of each block in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.documents.names.naming import TEXT_FIELDS, Naming, plan_id
from shakyo_plan.documents.names.registry import Registered
from shakyo_plan.documents.names.splitting import Cited, Listed
from shakyo_plan.documents.names.titles import (
    apart_in_title,
    department_alone,
    department_of_title,
    tags_of_title,
)
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.cover import year_in
from shakyo_plan.documents.recognition.figures import indicators_in
from shakyo_plan.documents.recognition.sketch import (
    AccountSketch,
    Item,
    PartSketch,
    Sketch,
)
from shakyo_plan.documents.recognition.thinning import thinned
from shakyo_plan.message import say
from shakyo_plan.model import Commission, Plan, Program
from shakyo_plan.model.fields import field_of
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.lazy_pattern import lazy_pattern

_LAST_BRACKET = lazy_pattern(r"(?P<name>.+?)[ 　]*[（(](?P<inner>[^（()）]+)[)）]")
_SOURCE = lazy_pattern(
    r"(?P<source>\S.*?)[ 　]*(?P<amount>[0-9０-９][0-9０-９,，.．]*[ 　]?(?:百万|千|万|億)?円)"
)
_PERIOD = lazy_pattern(r"年度|[0-9０-９]{4}年?|から|～|〜")


class Drafter:
    """Makes the data of one plan file."""

    def __init__(self, sketch: Sketch, naming: Naming, previous: Plan | None) -> None:
        """Take the sketch, its programs named, and last year's plan where there is one."""
        self.sketch = sketch
        self.places: dict[int, DataPath] = {}
        self._naming = naming
        self._previous = previous

    def data(self) -> dict[str, Any]:
        """Return the data, in the order of the schema; ``places`` then says where each block is."""
        sketch = self.sketch
        data: dict[str, Any] = {"format": 1, "fiscal_year": sketch.year}
        council: dict[str, Any] = {"name": sketch.council}
        districts = list(
            dict.fromkeys(
                [*(self._previous.council.districts if self._previous else ()), *sketch.districts]
            )
        )
        if districts:
            council["districts"] = districts
        if departments := [
            self._department(line, at) for at, line in enumerate(sketch.departments)
        ]:
            council["departments"] = departments
        data["council"] = council
        for key, path in (
            ("year", ("fiscal_year",)),
            ("council", ("council", "name")),
            ("philosophy", ("philosophy",)),
        ):
            if key in sketch.origins:
                self.places[sketch.origins[key].number] = path
        if sketch.labels:
            data["labels"] = sketch.labels
        if sketch.numbering:
            data["numbering"] = sketch.numbering
        if sketch.philosophy:
            data["philosophy"] = sketch.philosophy
        if sketch.based_on:
            data["based_on"] = [self._parent(line, at) for at, line in enumerate(sketch.based_on)]
        if sketch.policy:
            data["policy"] = self._texts(sketch.policy, ("policy",))
        if sketch.priorities:
            data["priorities"] = [
                self._priority(part, at) for at, part in enumerate(sketch.priorities)
            ]
        if sketch.goals or not sketch.plans:
            data["goals"] = [self._goal(goal, at) for at, goal in enumerate(sketch.goals)]
        if sketch.plans:
            data["plans"] = [
                self._plan(plan, ("plans", at), plan.number or at + 1)
                for at, plan in enumerate(sketch.plans)
            ]
        data["programs"] = [
            self._program(entry, at) for at, entry in enumerate(self._naming.programs.values())
        ]
        if sketch.accounts:
            data["accounts"] = [self._account(part, at) for at, part in enumerate(sketch.accounts)]
        if sketch.management_text:
            data["management_text"] = self._texts(sketch.management_text, ("management_text",))
        if sketch.management:
            data["management"] = [
                self._management(part, at) for at, part in enumerate(sketch.management)
            ]
        return data

    def _texts(self, lines: Iterable[Line], place: DataPath) -> str:
        """Return running text as printed, a paragraph a line."""
        lines = list(lines)
        for line in lines:
            self.places[line.block.number] = place
        return "\n".join(line.block.text if line.mark else line.title for line in lines)

    def _parent(self, line: Line, at: int) -> dict[str, str]:
        """Return a plan above this one, as printed with its owner and period in brackets."""
        self.places[line.block.number] = ("based_on", at)
        found = {"name": line.title}
        while behind := _LAST_BRACKET.fullmatch(found["name"]):
            told = _owner_and_period(behind["inner"])
            if told.keys() & found.keys():
                break
            found = (
                {"name": behind["name"]} | told | {k: v for k, v in found.items() if k != "name"}
            )
        return found

    def _department(self, line: Line, at: int) -> dict[str, str]:
        """Return a department with its short name before a colon: 係：地域福祉係."""
        self.places[line.block.number] = ("council", "departments", at)
        short, colon, name = line.title.replace(":", "：").partition("：")
        return {"name": name.strip(), "short": short.strip()} if colon else {"name": line.title}

    def _account(self, account: AccountSketch, at: int) -> dict[str, Any]:
        place: DataPath = ("accounts", at)
        found: dict[str, Any] = {}
        if account.division is not None:
            found["division"] = account.division.title
            self.places[account.division.block.number] = (*place, "division")
        for line in account.lines:
            self.places[line.block.number] = place
        return (
            found | {key: items for key, items in account.items.items() if items} | account.totals
        )

    def _head(self, part: PartSketch, place: DataPath) -> dict[str, Any]:
        if part.line is not None:
            self.places[part.line.block.number] = place
        title, apart = apart_in_title(part.title)
        title, tags = tags_of_title(title)
        head: dict[str, Any] = {"title": title}
        if tags:
            head["tags"] = tags
        if apart and part.line is not None:
            self.sketch.doubt(
                Code.UNKNOWN_BRACKET, part.line, title,
                say("“{rest}” stands behind the title, and was put into its text", rest=apart),
                (part.title,),
            )  # fmt: skip
        text = self._texts(part.texts, (*place, "text"))
        if apart or text:
            head["text"] = "\n".join(filter(None, (apart, text)))
        if part.indicators:
            head["indicators"] = [indicator.values for indicator in part.indicators]
            for at, indicator in enumerate(part.indicators):
                self.places[indicator.line.block.number] = (*place, "indicators", at)
        return head

    def _priority(self, part: PartSketch, at: int) -> dict[str, Any]:
        place: DataPath = ("priorities", at)
        found = {"id": part.number or at + 1} | self._head(part, place)
        if part.actions:
            actions = self._naming.entries.of_words(part.actions)
            found["actions"] = [
                self._words(item, (*place, "actions", n)) for n, item in enumerate(actions)
            ]
        if part.items is not None or any(
            other.items is not None for other in self.sketch.priorities
        ):
            found["programs"] = self._list(self._naming.listed(part), (*place, "programs"))
        return found

    def _words(self, item: Item, place: DataPath) -> str:
        for line in (*item.lines, *item.content):
            self.places[line.block.number] = place
        for inner in item.nested:
            self._words(inner, place)
        more = [*(line.title for line in item.content), *(inner.text for inner in item.nested)]
        return "\n".join([item.text, *more])

    def _goal(self, goal: PartSketch, at: int) -> dict[str, Any]:
        place: DataPath = ("goals", at)
        number = goal.number or at + 1
        found = {"id": number} | self._head(goal, place)
        if goal.parts or goal.items is None:
            found["plans"] = [
                self._plan(plan, (*place, "plans", n), plan_id(number, plan, n))
                for n, plan in enumerate(goal.parts)
            ]
        if goal.items is not None:
            found["programs"] = self._list(self._naming.listed(goal), (*place, "programs"))
        return found

    def _plan(self, plan: PartSketch, place: DataPath, plan_id: str | int) -> dict[str, Any]:
        title, department = department_of_title(plan.title)
        texts = plan.texts
        if department is None and texts and (department := department_alone(texts[0].title)):
            self.places[texts[0].block.number] = (*place, "department")
            texts = texts[1:]
        head = self._head(replace(plan, title=title, texts=texts), place)
        found: dict[str, Any] = {"id": plan_id, **head}
        if department:
            found["department"] = department
        if plan.parts:
            found["sections"] = [
                self._section(section, (*place, "sections", n))
                for n, section in enumerate(plan.parts)
            ]
        if plan.items is not None:
            found["programs"] = self._list(self._naming.listed(plan), (*place, "programs"))
        elif self._lists_expected and not any(section.items is not None for section in plan.parts):
            found["programs"] = []
        return found

    @cached_property
    def _lists_expected(self) -> bool:
        """Whether a plan without a list has an empty one, because most others have a list."""
        plans = [*self.sketch.plans, *(plan for goal in self.sketch.goals for plan in goal.parts)]
        return sum(plan.items is not None for plan in plans) * 2 > len(plans)

    def _section(self, section: PartSketch, place: DataPath) -> dict[str, Any]:
        found = self._head(section, place)
        if section.items is not None:
            found["programs"] = self._list(self._naming.listed(section), (*place, "programs"))
        return found

    def _list(self, listed: list[Listed], place: DataPath) -> list[Any]:
        found: list[Any] = []
        for at, entry in enumerate(listed):
            here = (*place, at)
            self._put(entry.line, here)
            if isinstance(entry, Cited):
                self._put_lines(entry, here)
                found.append(entry.name)
                continue
            group: dict[str, Any] = {"group": entry.words}
            if entry.examples:
                group["examples"] = list(entry.examples)
            for number, cited in enumerate(entry.programs):
                self._put(cited.line, (*here, "programs", number))
                self._put_lines(cited, (*here, "programs", number))
            group["programs"] = [cited.name for cited in entry.programs]
            found.append(group)
        return found

    def _put(self, line: Line, place: DataPath) -> None:
        self.places.setdefault(line.block.number, place)

    def _put_lines(self, cited: Cited, place: DataPath) -> None:
        for line in (*cited.lines, *cited.content):
            self.places.setdefault(line.block.number, place)

    def _program(self, entry: Registered, at: int) -> dict[str, Any]:
        place: DataPath = ("programs", at)
        found: dict[str, Any] = {"name": entry.name}
        for key in ("aliases", "formerly", "distinct_from", "tags"):
            if words := list(getattr(entry, key)):
                found[key] = words
        values = dict(entry.values)
        self._take_old_registry(entry, found)
        if values.get("status") in ("continued", None):
            values.pop("status", None)
        if "commissioned_by" in values:
            values["commissioned_by"] = _known_commission(values["commissioned_by"])
        for key in ("status", "district", "commissioned_by", *TEXT_FIELDS):
            written = values.get(key)
            value = _READ[key](written) if written and key in _READ else written
            if value:
                found[key] = value
            elif written:
                told = f"{field_of(Program, key).title}：{written}"
                found["notes"] = "\n".join(filter(None, (found.get("notes"), told)))
                if key == "indicators":
                    self.sketch.doubt(
                        Code.UNREADABLE_VALUE, entry.lines[0] if entry.lines else entry.line, written,
                        say("“{text}” cannot be read as indicators, and stands under “notes”", text=written),
                    )  # fmt: skip
        for line in entry.lines:
            self.places.setdefault(line.block.number, place)
        return found

    def _take_old_registry(self, entry: Registered, found: dict[str, Any]) -> None:
        """Keep what last year's plan says of the names of the same program."""
        if self._previous is None:
            return
        try:
            old = self._previous.program(entry.name)
        except KeyError:
            return
        for key in ("aliases", "distinct_from"):
            words = dict.fromkeys((*found.get(key, ()), *getattr(old, key)))
            kept = [
                word
                for word in words
                if word != entry.name and (key == "aliases" or word in self._naming.programs)
            ]
            if kept:
                found[key] = kept

    def _management(self, part: PartSketch, at: int) -> dict[str, Any]:
        place: DataPath = ("management", at)
        found = {"id": part.number or at + 1} | self._head(part, place)
        items = self._naming.entries.of_words(part.items or [])
        if items:
            found["items"] = [
                self._words(item, (*place, "items", n)) for n, item in enumerate(items)
            ]
        return found

    def placed_doubts(self) -> list[Doubt]:
        """Return the doubts in printed order, each with its place in the data."""
        doubts = thinned(self.sketch)
        placed = [replace(doubt, place=self.places.get(doubt.block.number)) for doubt in doubts]
        return sorted(placed, key=lambda doubt: (doubt.block.number, doubt.code))


def _known_commission(written: str) -> str:
    return written if written in set(Commission) else Commission.OTHER.value


def _owner_and_period(words: str) -> dict[str, str]:
    """Return what brackets behind a plan say: whose it is, its period, or both with 、 between."""
    owner, both, period = words.rpartition("、")
    if both and _PERIOD.search(period) and not _PERIOD.search(owner):
        return {"owner": owner, "period": period}
    return {"period" if _PERIOD.search(words) else "owner": words}


def _sources(written: str) -> list[dict[str, str]] | None:
    """Return the sources of a budget with their amounts: 市補助金 500千円、参加費 30千円; None for other texts."""
    found = [_SOURCE.fullmatch(part.strip()) for part in written.split("、")]
    if not all(found):
        return None
    return [{"source": part["source"], "amount": part["amount"]} for part in found if part]


_READ: Mapping[str, Callable[[str], Any]] = {
    "funding": _sources,
    "until": year_in,
    "indicators": indicators_in,
}
"""Keys of a program whose values are no texts; what cannot be read stays in its notes."""
