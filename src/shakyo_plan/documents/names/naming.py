"""Names the programs of a sketch: which spellings are one, what each list then has, what facts say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.entries import Entries
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.looking_over import doubt_lists, doubt_values
from shakyo_plan.documents.names.marks import FACTS, MarkReader, Named, districts_in
from shakyo_plan.documents.names.registry import Registered, Registry
from shakyo_plan.documents.names.settling import Settler
from shakyo_plan.documents.names.splitting import Listed, Splitter, citations
from shakyo_plan.documents.recognition.sketch import Fact, Item, PartSketch, Sketch
from shakyo_plan.message import say
from shakyo_plan.model import Plan
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_id import fold_plan_id

_REFERENCE = lazy_pattern(r"([0-9０-９]{1,2}[ 　]?[-－−‐–—ー][ 　]?[0-9０-９]{1,2})")
TEXT_FIELDS = (
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
    "funding",
    "until",
    "indicators",
)
"""Keys of a program that tables and texts may tell."""


class Naming:
    """The programs of one sketch, named."""

    def __init__(
        self,
        sketch: Sketch,
        previous: Plan | None,
        districts: Iterable[str] = (),
        marks: Mapping[str, str] | None = None,
    ) -> None:
        """Take the sketch, last year's plan where there is one, and what a council's settings name."""
        self._sketch = sketch
        if not sketch.districts and not districts:
            sketch.districts += districts_in(sketch.entry_texts)
        known = [*sketch.districts, *districts, *(previous.council.districts if previous else ())]
        self._marks = MarkReader(known, sketch.year or 0, marks, sketch.legend)
        self._known = KnownNames(previous)
        self.entries = Entries(self._known, self._marks, sketch)
        """Puts the lines of other lists together."""
        self._splitter = Splitter(self._known, self._marks, sketch)
        self._registry = Registry(sketch)
        self._settler = Settler(self._known, self._registry, sketch)
        self._learn_names()
        self._listed = {
            id(part): self._read_list(part) for part in sketch.lists if part.items is not None
        }
        self._settle()

    @property
    def programs(self) -> Mapping[str, Registered]:
        """The registry, by name, in the order of first citation."""
        return self._registry.programs

    def listed(self, part: PartSketch) -> list[Listed]:
        """Return what the list of a part has, each program by its name in the registry."""
        return self._listed.get(id(part), [])

    def _settle(self) -> None:
        sketch = self._sketch
        tree = [part for part in sketch.lists if part not in sketch.priorities]
        self._settler.settle_lists([self.listed(part) for part in tree if id(part) in self._listed])
        for number, part in enumerate(sketch.priorities):
            for cited in citations(self.listed(part)):
                self._settler.settle_citation(cited, -1 - number)
        self._take_facts(tree)
        self._settler.doubt_near_names()
        doubt_lists([listed for listed in self._listed.values() if listed], self._known, sketch)
        doubt_values(self.programs.values(), sketch.year or 0, sketch)

    def _learn_names(self) -> None:
        """Learn which names stand alone in some list."""

        def learn(items: list[Item]) -> None:
            for item in items:
                learn(item.nested)
                if len(item.lines) <= 1:
                    self._known.add(self._marks.read(item.text).name)

        for part in self._sketch.lists:
            learn(part.items or [])

    def _read_list(self, part: PartSketch) -> list[Listed]:
        return self._splitter.listed(self.entries.of_programs(part.items or []))

    def _take_facts(self, tree: list[PartSketch]) -> None:
        ids = self._ids()
        cited_by: dict[str, set[str]] = {}
        for part in tree:
            for cited in citations(self.listed(part)):
                cited_by.setdefault(cited.name, set()).add(ids.get(id(part), ""))
        told: set[str] = set()
        for fact in self._sketch.facts:
            fact.plan_ids = tuple(
                fold_plan_id(found[1])
                for text in fact.plan_ids
                if (found := _REFERENCE.search(text))
            )
            named = self._marks.read(fact.name)
            fact.name = named.name
            entry = self._settler.settle_fact(fact, cited_by)
            self._take_fact(fact, named, entry)
            citing = cited_by.get(entry.name, set())
            missing = [plan for plan in fact.plan_ids if plan not in citing]
            unknown = {plan for plan in missing if plan not in ids.values()}
            # A plan that is not there at all is told of once.
            if missing and not unknown & told:
                told |= unknown
                self._sketch.doubt(
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
        for key in ("commissioned_by", *FACTS):
            value = getattr(named, key)
            if value is not None:
                registry.set_value(entry, key, value, fact.line)
        for name in filter(None, fact.values.pop("formerly", "").split("、")):
            entry.formerly[name] = None
        if named.content:
            fact.values["content"] = "\n".join(
                filter(None, (named.content, fact.values.get("content")))
            )
        for key, value in fact.values.items():
            if key in TEXT_FIELDS:
                registry.set_value(entry, key, value, fact.line)

    def _ids(self) -> dict[int, str]:
        """Return the ids of plans, by the identity of their sketch."""
        found = {}
        for at, goal in enumerate(self._sketch.goals):
            goal_id = goal.number or at + 1
            for number, plan in enumerate(goal.parts):
                found[id(plan)] = plan_id(goal_id, plan, number)
        for number, plan in enumerate(self._sketch.plans):
            found[id(plan)] = str(plan.number or number + 1)
        return found


def plan_id(goal: int, plan: PartSketch, at: int) -> str:
    """Return the id of a plan; ``at`` counts from 0 and stands in for a number that is not printed."""
    return f"{goal}-{plan.number or at + 1}"
