"""From the sketch to the data of a plan file, with the place of each block in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from shakyo_plan.documents.doubts import Code, Doubt
from shakyo_plan.documents.names.entries import Entries
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.looking_over import doubt_lists, doubt_values
from shakyo_plan.documents.names.marks import MarkReader, Named, districts_in, tags_of_title
from shakyo_plan.documents.names.settling import Registered, Registry, citations
from shakyo_plan.documents.names.splitting import Cited, Listed, Splitter
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import Fact, Item, PartSketch, Sketch
from shakyo_plan.documents.recognition.thinning import thinned
from shakyo_plan.message import say
from shakyo_plan.model import Commission, Plan
from shakyo_plan.source.schema.text import schema
from shakyo_plan.values.data_path import DataPath
from shakyo_plan.values.plan_id import fold_plan_id

_REFERENCE = re.compile(r"([0-9０-９]{1,2}[ 　]?[-－−‐–—ー][ 　]?[0-9０-９]{1,2})")
_LAST_BRACKET = re.compile(r"(?P<name>.+?)[ 　]*[（(](?P<inner>[^（()）]+)[)）]")
_PERIOD = re.compile(r"年度|[0-9０-９]{4}年?|から|～|〜")
_EXTRA_FIELDS = (
    "department",
    "target",
    "purpose",
    "content",
    "follow_up",
    "notes",
    "schedule",
    "budget",
    "venue",
    "capacity",
    "partners",
)


class Drafter:
    """Makes the data of one plan file."""

    def __init__(
        self,
        sketch: Sketch,
        previous: Plan | None,
        districts: Iterable[str] = (),
        marks: Mapping[str, str] | None = None,
    ) -> None:
        """Take the sketch, last year's plan where there is one, and what a council's settings name."""
        self.sketch = sketch
        self.places: dict[int, DataPath] = {}
        if not sketch.districts and not districts:
            sketch.districts += districts_in(sketch.entry_texts)
        known_districts = [
            *sketch.districts,
            *districts,
            *(previous.council.districts if previous else ()),
        ]
        self._marks = MarkReader(known_districts, sketch.year or 2024, marks)
        self._previous = previous
        self._known = KnownNames(previous)
        self._entries = Entries(self._known, self._marks, sketch)
        self._splitter = Splitter(self._known, self._marks, sketch)
        self._registry = Registry(self._known, sketch)
        self._keys = schema()["properties"]

    def data(self) -> dict[str, Any]:
        """Return the data, in the order of the schema; ``places`` then says where each block is."""
        self._learn_names()
        tree = [part for part in self.sketch.lists if part not in self.sketch.priorities]
        settled = {
            id(part): self._listed(part) for part in self.sketch.lists if part.items is not None
        }
        self._registry.settle_lists([settled[id(part)] for part in tree if id(part) in settled])
        for number, part in enumerate(self.sketch.priorities):
            for cited in citations(settled.get(id(part), [])):
                self._registry.settle_citation(cited, -1 - number)
        self._take_facts(tree, settled)
        self._registry.doubt_near_names()
        doubt_lists([listed for listed in settled.values() if listed], self._known, self.sketch)
        doubt_values(self._registry.programs.values(), self.sketch.year or 2024, self.sketch)
        return self._assembled(settled)

    def _learn_names(self) -> None:
        """Learn which names stand alone in some list."""

        def learn(items: list[Item]) -> None:
            for item in items:
                learn(item.nested)
                if len(item.lines) <= 1:
                    self._known.add(self._marks.read(item.text).name)

        for part in self.sketch.lists:
            learn(part.items or [])

    def _listed(self, part: PartSketch) -> list[Listed]:
        return self._splitter.listed(self._entries.of_programs(part.items or []))

    def _take_facts(self, tree: list[PartSketch], settled: dict[int, list[Listed]]) -> None:
        ids = self._ids()
        cited_by: dict[str, set[str]] = {}
        for part in tree:
            for cited in citations(settled.get(id(part), [])):
                cited_by.setdefault(cited.name, set()).add(ids.get(id(part), ""))
        told: set[str] = set()
        for fact in self.sketch.facts:
            fact.plan_ids = tuple(
                fold_plan_id(found[1])
                for text in fact.plan_ids
                if (found := _REFERENCE.search(text))
            )
            named = self._marks.read(fact.name)
            fact.name = named.name
            entry = self._registry.settle_fact(fact, cited_by)
            self._take_fact(fact, named, entry)
            citing = cited_by.get(entry.name, set())
            missing = [plan for plan in fact.plan_ids if plan not in citing]
            unknown = {plan for plan in missing if plan not in ids.values()}
            # A plan that is not there at all is told of once.
            if missing and not unknown & told:
                told |= unknown
                self.sketch.doubt(
                    Code.OTHER_PLAN, fact.line, entry.name,
                    say("it is said to belong to {plan}, whose list does not have it", plan=missing[0]),
                )  # fmt: skip

    def _take_fact(self, fact: Fact, named: Named, entry: Registered) -> None:
        registry = self._registry
        former = registry.note_former(
            entry, fact.values.get("purpose") or fact.values.get("content", "")
        )
        status = fact.status or named.status or former
        if status is not None:
            registry.override(entry, "status", status, fact.line)
        if fact.district:
            registry.override(entry, "district", fact.district, fact.line)
        for key in ("commissioned_by", "schedule", "budget"):
            value = getattr(named, key)
            if value is not None:
                registry.set_value(entry, key, value, fact.line)
        for name in filter(None, fact.values.pop("formerly", "").split("、")):
            entry.formerly[name] = None
        for key, value in fact.values.items():
            if key in _EXTRA_FIELDS:
                registry.set_value(entry, key, value, fact.line)

    def _ids(self) -> dict[int, str]:
        """Return the ids of plans, by the identity of their sketch."""
        found = {}
        for at, goal in enumerate(self.sketch.goals):
            goal_id = goal.number or at + 1
            for number, plan in enumerate(goal.parts):
                found[id(plan)] = self._plan_id(goal_id, plan, number)
        for number, plan in enumerate(self.sketch.plans):
            found[id(plan)] = str(plan.number or number + 1)
        return found

    @staticmethod
    def _plan_id(goal: int, plan: PartSketch, at: int) -> str:
        return f"{goal}-{plan.number or at + 1}"

    def _assembled(self, settled: dict[int, list[Listed]]) -> dict[str, Any]:
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
        data["council"] = council
        for key, path in (
            ("year", ("fiscal_year",)),
            ("council", ("council", "name")),
            ("philosophy", ("philosophy",)),
        ):
            if key in sketch.origins:
                self.places[sketch.origins[key].number] = path
        labels = {
            key: word
            for key, word in sketch.labels.items()
            if key in self._keys["labels"]["properties"]
        }
        if labels:
            data["labels"] = labels
        if sketch.numbering and "numbering" in self._keys:
            data["numbering"] = sketch.numbering
        if sketch.philosophy:
            data["philosophy"] = sketch.philosophy
        if sketch.based_on:
            data["based_on"] = [self._parent(line, at) for at, line in enumerate(sketch.based_on)]
        if sketch.policy:
            data["policy"] = self._texts(sketch.policy, ("policy",))
        if sketch.priorities:
            data["priorities"] = [
                self._priority(part, at, settled) for at, part in enumerate(sketch.priorities)
            ]
        if sketch.goals or not sketch.plans:
            data["goals"] = [self._goal(goal, at, settled) for at, goal in enumerate(sketch.goals)]
        if sketch.plans:
            data["plans"] = [
                self._plan(plan, ("plans", at), plan.number or at + 1, settled)
                for at, plan in enumerate(sketch.plans)
            ]
        data["programs"] = [
            self._program(entry, at) for at, entry in enumerate(self._registry.programs.values())
        ]
        if sketch.management_text and "management_text" in self._keys:
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
            key = "period" if _PERIOD.search(behind["inner"]) else "owner"
            if key in found:
                break
            found = {
                "name": behind["name"],
                key: behind["inner"],
                **{k: v for k, v in found.items() if k != "name"},
            }
        return found

    def _head(self, part: PartSketch, place: DataPath) -> dict[str, Any]:
        if part.line is not None:
            self.places[part.line.block.number] = place
        title, tags = tags_of_title(part.title) if self._has_tags else (part.title, [])
        head: dict[str, Any] = {"title": title}
        if tags:
            head["tags"] = tags
        if part.texts:
            head["text"] = self._texts(part.texts, (*place, "text"))
        return head

    def _priority(
        self, part: PartSketch, at: int, settled: dict[int, list[Listed]]
    ) -> dict[str, Any]:
        place: DataPath = ("priorities", at)
        found = {"id": part.number or at + 1} | self._head(part, place)
        if part.actions:
            actions = self._entries.of_words(part.actions)
            found["actions"] = [
                self._words(item, (*place, "actions", n)) for n, item in enumerate(actions)
            ]
        if part.items is not None or any(
            other.items is not None for other in self.sketch.priorities
        ):
            found["programs"] = self._list(settled.get(id(part), []), (*place, "programs"))
        return found

    def _words(self, item: Item, place: DataPath) -> str:
        for line in (*item.lines, *item.content):
            self.places[line.block.number] = place
        for inner in item.nested:
            self._words(inner, place)
        more = [*(line.title for line in item.content), *(inner.text for inner in item.nested)]
        return "\n".join([item.text, *more])

    def _goal(self, goal: PartSketch, at: int, settled: dict[int, list[Listed]]) -> dict[str, Any]:
        place: DataPath = ("goals", at)
        number = goal.number or at + 1
        found = {"id": number} | self._head(goal, place)
        if goal.parts or goal.items is None:
            found["plans"] = [
                self._plan(plan, (*place, "plans", n), self._plan_id(number, plan, n), settled)
                for n, plan in enumerate(goal.parts)
            ]
        if goal.items is not None:
            found["programs"] = self._list(settled[id(goal)], (*place, "programs"))
        return found

    def _plan(
        self,
        plan: PartSketch,
        place: DataPath,
        plan_id: str | int,
        settled: dict[int, list[Listed]],
    ) -> dict[str, Any]:
        found: dict[str, Any] = {"id": plan_id, **self._head(plan, place)}
        if plan.parts:
            found["sections"] = [
                self._section(section, (*place, "sections", n), settled)
                for n, section in enumerate(plan.parts)
            ]
        if plan.items is not None:
            found["programs"] = self._list(settled[id(plan)], (*place, "programs"))
        elif self._lists_expected and not any(section.items is not None for section in plan.parts):
            found["programs"] = []
        return found

    @cached_property
    def _has_tags(self) -> bool:
        """Whether titles of parts may have tags beside them."""
        return "tags" in schema()["$defs"]["basic_plan"]["properties"]

    @cached_property
    def _lists_expected(self) -> bool:
        """Whether a plan without a list has an empty one: others have lists, or the schema asks for it."""
        if "programs" in schema()["$defs"]["basic_plan"]["required"]:
            return True
        plans = [*self.sketch.plans, *(plan for goal in self.sketch.goals for plan in goal.parts)]
        return sum(plan.items is not None for plan in plans) * 2 > len(plans)

    def _section(
        self, section: PartSketch, place: DataPath, settled: dict[int, list[Listed]]
    ) -> dict[str, Any]:
        found = self._head(section, place)
        if section.items is not None:
            found["programs"] = self._list(settled[id(section)], (*place, "programs"))
        return found

    def _list(self, listed: list[Listed], place: DataPath) -> list[Any]:
        found: list[Any] = []
        for at, each in enumerate(listed):
            here = (*place, at)
            self._put(each.line, here)
            if isinstance(each, Cited):
                self._put_lines(each, here)
                found.append(each.name)
                continue
            group: dict[str, Any] = {"group": each.words}
            if each.examples:
                group["examples"] = list(each.examples)
            for number, cited in enumerate(each.programs):
                self._put(cited.line, (*here, "programs", number))
            group["programs"] = [cited.name for cited in each.programs]
            found.append(group)
        return found

    def _put(self, line: Line, place: DataPath) -> None:
        self.places.setdefault(line.block.number, place)

    def _put_lines(self, cited: Cited, place: DataPath) -> None:
        for line in cited.content:
            self.places.setdefault(line.block.number, place)

    def _program(self, entry: Registered, at: int) -> dict[str, Any]:
        place: DataPath = ("programs", at)
        found: dict[str, Any] = {"name": entry.name}
        for key in ("aliases", "formerly", "distinct_from", "tags"):
            words = list(getattr(entry, key))
            if words and key in self._program_keys:
                found[key] = words
        values = dict(entry.values)
        self._take_old_registry(entry, found)
        if values.get("status") in ("continued", None):
            values.pop("status", None)
        if "commissioned_by" in values:
            values["commissioned_by"] = _known_commission(values["commissioned_by"])
        for key in ("status", "district", "commissioned_by", *_EXTRA_FIELDS):
            if values.get(key) and key in self._program_keys:
                found[key] = values[key]
            elif values.get(key):
                found["notes"] = "\n".join(
                    filter(None, (found.get("notes"), f"{key}: {values[key]}"))
                )
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
                if word != entry.name and (key == "aliases" or word in self._registry.programs)
            ]
            if kept:
                found[key] = kept

    @property
    def _program_keys(self) -> dict[str, Any]:
        keys: dict[str, Any] = schema()["$defs"]["program"]["properties"]
        return keys

    def _management(self, part: PartSketch, at: int) -> dict[str, Any]:
        place: DataPath = ("management", at)
        found = {"id": part.number or at + 1} | self._head(part, place)
        items = self._entries.of_words(part.items or [])
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
