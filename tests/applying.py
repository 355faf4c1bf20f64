"""Applies a list of changes to a plan, to see that it explains every difference.

It knows nothing of how the list was made: only the old plan and the changes. What a change says is
done, and what cites a renamed or renumbered part follows it, as the documentation promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from shakyo_plan.diff import Basis, Change, ChangeKind, CitedIn, Item
from shakyo_plan.model import Citation, Plan
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id

Data = dict[str, Any]


def data_of(value: Any) -> Any:
    """Return a part of the model as plain data: citations are names, empty lists stay."""
    if isinstance(value, Citation):
        return value.name
    if isinstance(value, tuple):
        return [data_of(part) for part in value]
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: data_of(part) for name, part in named if name != "place"}
    return value


def unordered(data: Any) -> Any:
    """Return data with every list sorted, so that order does not count."""
    if isinstance(data, dict):
        return {key: unordered(value) for key, value in data.items()}
    if isinstance(data, list):
        return sorted((unordered(value) for value in data), key=repr)
    return data


def applied(changes: Iterable[Change], old: Plan, new: Plan) -> Data:
    """Return the data of the old plan after the changes.

    Of the new plan, only what a reader has beside the list is looked at: its fiscal year, and which
    section of a plan has which number, for the order of sections is told apart.
    """
    sections = {
        (basic_plan.id, number): section.title
        for basic_plan in new.basic_plans
        for number, section in enumerate(basic_plan.sections, 1)
    }
    return _Applying([*changes], old, new.fiscal_year, sections).result()


class _Applying:
    def __init__(
        self,
        changes: list[Change],
        old: Plan,
        fiscal_year: int,
        new_sections: Mapping[tuple[Any, int], str],
    ) -> None:
        self.changes = changes
        self.new_sections = new_sections
        self.data: Data = data_of(old)
        self.data["fiscal_year"] = fiscal_year
        self.plans: list[Data] = [plan for goal in self.data["goals"] for plan in goal["plans"]]
        self.goal_of: dict[int, Data | None] = {
            id(plan): goal for goal in self.data["goals"] for plan in goal["plans"]
        }
        self.plans += self.data["plans"]
        self.goal_of |= {id(plan): None for plan in self.data["plans"]}
        self.old_sections: dict[tuple[Any, int], Data] = {
            (plan["id"], number): section
            for plan in self.plans
            for number, section in enumerate(plan["sections"], 1)
        }
        self.old_goals: dict[Any, Data] = {goal["id"]: goal for goal in self.data["goals"]}
        self.old_plans = {plan["id"]: plan for plan in self.plans}
        self.old_priorities: dict[Any, Data] = {
            each["id"]: each for each in self.data["priorities"]
        }
        self.old_management: dict[Any, Data] = {
            each["id"]: each for each in self.data["management"]
        }
        self.whole: set[int] = set()
        """Parts that came with all that is in them."""
        self.renames = {c.old: c.new for c in self._of(Item.PROGRAM, ChangeKind.RENAMED)}

    def result(self) -> Data:
        # First what goes, as long as names are the old ones: another may take the name over.
        self._take_programs_out()
        self._rename_programs()
        self._take_citations_out()
        self._number(Item.GOAL, self.data["goals"], self.old_goals)
        self._place_plans()
        self._number(Item.PRIORITY, self.data["priorities"], self.old_priorities)
        self._number(Item.MANAGEMENT, self.data["management"], self.old_management)
        self._rewrite_parts()
        self._sections()
        self._sentences(Item.ACTION, "actions", self.data["priorities"], self.old_priorities)
        self._sentences(Item.MANAGEMENT, "items", self.data["management"], self.old_management)
        self._groups()
        self._bring_programs_in()
        self._bring_citations_in()
        self._fields_of_programs()
        self._document()
        for goal in self.data["goals"]:
            goal["plans"] = [plan for plan in self.plans if self.goal_of[id(plan)] is goal]
        self.data["plans"] = [plan for plan in self.plans if self.goal_of[id(plan)] is None]
        return self.data

    def _of(self, item: Item, *kinds: ChangeKind) -> Iterator[Any]:
        return (c for c in self.changes if c.item is item and c.kind in kinds)

    # Programs and citations, as far as the old plan calls them.

    def _rename_programs(self) -> None:
        def follow(names: list[Any]) -> list[Any]:
            return [self.renames.get(n, n) if isinstance(n, str) else n for n in names]

        districts = {c.old: c.new for c in self._of(Item.COUNCIL, ChangeKind.RENAMED)}
        for program in self.data["programs"]:
            program["district"] = _followed(program["district"], districts)
            program["distinct_from"] = follow(program["distinct_from"])
            program["name"] = self.renames.get(program["name"], program["name"])
        for change in self._of(Item.PROGRAM, ChangeKind.RENAMED):
            if change.evidence.basis is Basis.FORMERLY:
                names = self._program(change.new)["formerly"]
                if change.new in names:
                    names.remove(change.new)
                elif change.old not in names:
                    names.append(change.old)
        sections = (section for plan in self.plans for section in plan["sections"])
        for part in (*self.plans, *sections, *self.data["goals"], *self.data["priorities"]):
            part["programs"] = follow(part["programs"])
            for group in self._groups_of(part):
                group["programs"] = follow(group["programs"])
        for each in self.data["suppress"]:
            each["item"] = self.renames.get(each["item"], each["item"])

    def _take_programs_out(self) -> None:
        for change in self._of(
            Item.PROGRAM, ChangeKind.REMOVED, ChangeKind.SPLIT, ChangeKind.MERGED
        ):
            for entry in change.old if isinstance(change.old, tuple) else (change.old,):
                name = entry.program.name
                self.data["programs"].remove(self._program(name))
                for place in entry.cited_in:
                    self._old_list(place).remove(place.name)

    def _take_citations_out(self) -> None:
        for change in self._of(Item.CITATION, ChangeKind.CHANGED):
            names, name = self._old_list(change.old), change.old.name
            names[names.index(self.renames.get(name, name))] = change.new.name
        for change in self._of(Item.CITATION, ChangeKind.REMOVED, ChangeKind.MOVED):
            names = self._old_list(change.old)
            name = self.renames.get(change.old.name, change.old.name)
            # One that moves may be written otherwise besides.
            names.remove(name if name in names else change.new.name)

    # Numbered parts.

    def _number(self, item: Item, parts: list[Data], old: Mapping[Any, Data]) -> None:
        for change in self._of(item, ChangeKind.REMOVED):
            if change.field is None:
                parts.remove(old[change.id])
        numbers = {c.old: c.new for c in self._of(item, ChangeKind.RENUMBERED)}
        for number, new in numbers.items():
            old[number]["id"] = new
            if item is Item.GOAL:
                self._number_plans(old[number], number, new)
        new = [c.new for c in self._of(item, ChangeKind.ADDED) if c.field is None]
        parts.extend(self._came_whole(data_of(part)) for part in new)

    def _number_plans(self, goal: Data, old: int, new: int) -> None:
        for plan in self.plans:
            if self.goal_of[id(plan)] is goal:
                number, _, rest = fold_plan_id(plan["id"]).partition("-")
                if number == str(old):
                    plan["id"] = f"{new}-{rest}"

    def _place_plans(self) -> None:
        gone = [self.old_plans[c.id] for c in self._of(Item.PLAN, ChangeKind.REMOVED)]
        self.plans = [plan for plan in self.plans if not any(plan is each for each in gone)]
        for change in self._of(Item.PLAN, ChangeKind.MOVED):
            plan = self.old_plans[change.old.id]
            plan["id"] = change.new.id
            goal = change.new.goal
            self.goal_of[id(plan)] = None if goal is None else self._goal(goal)
        for change in self._of(Item.PLAN, ChangeKind.RENUMBERED):
            self.old_plans[change.old]["id"] = change.new
        for change in self._of(Item.PLAN, ChangeKind.CHANGED):
            if change.field == "id":
                self.old_plans[change.old]["id"] = change.new
        for change in self._of(Item.PLAN, ChangeKind.ADDED):
            plan = self._came_whole(data_of(change.new))
            self.plans.append(plan)
            goal, hyphen, _ = fold_plan_id(plan["id"]).partition("-")
            self.goal_of[id(plan)] = self._goal(int(goal)) if hyphen else None
        ids = {old: plan["id"] for old, plan in self.old_plans.items() if plan in self.plans}
        for each in self.data["suppress"]:
            each["item"] = ids.get(each["item"], each["item"])

    def _rewrite_parts(self) -> None:
        of_item = {
            Item.GOAL: self.data["goals"],
            Item.PLAN: self.plans,
            Item.PRIORITY: self.data["priorities"],
            Item.MANAGEMENT: self.data["management"],
        }
        for item, parts in of_item.items():
            for change in self._of(item, ChangeKind.RENAMED, ChangeKind.CHANGED):
                if change.field != "id" and change.field not in ("actions", "items"):
                    part = _with_id(parts, change.id)
                    assert part[change.field] == data_of(change.old)
                    part[change.field] = data_of(change.new)

    # What parts hold.

    def _sections(self) -> None:
        moved = []
        for change in self._of(Item.SECTION, ChangeKind.REMOVED):
            sections = _with_id(self.plans, change.id)["sections"]
            sections.remove(_titled(sections, change.old.title))
        retitled = {(c.id, c.new): c.old for c in self._of(Item.SECTION, ChangeKind.RENAMED)}
        for change in self._of(Item.SECTION, ChangeKind.MOVED):
            old = self.old_plans[change.old]["sections"]
            was = retitled.get((change.new, change.name), change.name)
            section = next(s for s in old if fold_name(s["title"]) == fold_name(was))
            old.remove(section)
            # What it lists moves by itself, or went with its plan.
            section["programs"] = []
            moved.append((_with_id(self.plans, change.new), section))
        for plan, section in moved:
            if id(plan) not in self.whole:
                plan["sections"].append(section)
        for change in self._of(Item.SECTION, ChangeKind.RENAMED):
            plan = _with_id(self.plans, change.id)
            if id(plan) not in self.whole:
                _titled(plan["sections"], change.old)["title"] = change.new
        for change in self._of(Item.SECTION, ChangeKind.CHANGED):
            plan = _with_id(self.plans, change.id)
            if id(plan) not in self.whole:
                _titled(plan["sections"], change.name)[change.field] = data_of(change.new)
        for change in self._of(Item.SECTION, ChangeKind.ADDED):
            section = self._came_whole(data_of(change.new))
            _with_id(self.plans, change.id)["sections"].append(section)

    def _sentences(self, item: Item, key: str, parts: list[Data], old: Mapping[Any, Data]) -> None:
        def mine(*kinds: ChangeKind) -> Iterator[Any]:
            return (c for c in self._of(item, *kinds) if item is Item.ACTION or c.field == "items")

        moved = []
        reworded = {(c.id, c.new): c.old for c in mine(ChangeKind.CHANGED)}
        for change in mine(ChangeKind.REMOVED):
            _with_id(parts, change.id)[key].remove(change.old)
        for change in mine(ChangeKind.MOVED):
            sentences = old[change.old][key]
            words = next(
                reworded.pop((change.id, words), words)
                for words in [change.name, *(new for _, new in reworded)]
                if reworded.get((change.id, words), words) in sentences
            )
            sentences.remove(words)
            moved.append((_with_id(parts, change.new), words))
        for part, words in moved:
            if id(part) not in self.whole:
                part[key].append(words)
        for change in mine(ChangeKind.CHANGED):
            part = _with_id(parts, change.id)
            if change.old in part[key]:
                part[key].remove(change.old)
                part[key].append(change.new)
        for change in mine(ChangeKind.ADDED):
            _with_id(parts, change.id)[key].append(change.new)

    def _groups(self) -> None:
        moved = []
        for change in self._of(Item.GROUP, ChangeKind.MOVED):
            old = self._old_listing(change.old)["programs"]
            group = _grouped(old, change.name)
            old.remove(group)
            moved.append((self._listing(change.new), group))
        for change in self._of(Item.GROUP, ChangeKind.REMOVED):
            entries = self._listing(change.id)["programs"]
            entries.remove(_grouped(entries, change.old.group))
        for part, group in moved:
            if id(part) not in self.whole:
                part["programs"].append(group)
        renamed = [
            (_grouped(self._listing(c.id)["programs"], c.old), c.new)
            for c in self._of(Item.GROUP, ChangeKind.RENAMED)
        ]
        for group, words in renamed:
            group["group"] = words
        for change in self._of(Item.GROUP, ChangeKind.CHANGED):
            group = _grouped(self._listing(change.id)["programs"], change.name)
            group["examples"] = data_of(change.new)
        for change in self._of(Item.GROUP, ChangeKind.ADDED):
            part = self._listing(change.id)
            part["programs"].append(self._came_whole(data_of(change.new)))

    def _bring_programs_in(self) -> None:
        for change in self._of(Item.PROGRAM, ChangeKind.ADDED, ChangeKind.SPLIT, ChangeKind.MERGED):
            for entry in change.new if isinstance(change.new, tuple) else (change.new,):
                self.data["programs"].append(data_of(entry.program))
                for place in entry.cited_in:
                    self._cite(place)

    def _bring_citations_in(self) -> None:
        for change in self._of(Item.CITATION, ChangeKind.ADDED, ChangeKind.MOVED):
            self._cite(change.new)

    def _cite(self, place: CitedIn) -> None:
        part = self._part(place)
        names = part["programs"]
        if id(part) in self.whole:
            return
        if place.group is not None:
            group = _grouped(names, place.group)
            if id(group) in self.whole:
                return
            names = group["programs"]
        names.append(place.name)

    def _fields_of_programs(self) -> None:
        for change in self._of(Item.PROGRAM, ChangeKind.CHANGED):
            self._program(change.name)[change.field] = data_of(change.new)

    def _document(self) -> None:
        council = self.data["council"]
        for change in self._of(Item.COUNCIL, *ChangeKind):
            if change.field == "name":
                council["name"] = change.new
            elif change.kind in (ChangeKind.REMOVED, ChangeKind.RENAMED):
                council["districts"].remove(change.old)
        for change in self._of(Item.COUNCIL, ChangeKind.ADDED, ChangeKind.RENAMED):
            council["districts"].append(change.new)
        for change in self._of(Item.LABELS, ChangeKind.CHANGED):
            self.data["labels"][change.field] = change.new
        for change in self._of(Item.DOCUMENT, ChangeKind.CHANGED):
            self.data[change.field] = data_of(change.new)
        for item in (Item.PHILOSOPHY, Item.POLICY):
            for change in self._of(item, ChangeKind.CHANGED):
                self.data[item.value] = change.new
        above = self.data["based_on"]
        for change in self._of(Item.BASED_ON, *ChangeKind):
            match change.kind:
                case ChangeKind.REMOVED:
                    above.remove(data_of(change.old))
                case ChangeKind.ADDED:
                    above.append(data_of(change.new))
                case ChangeKind.RENAMED:
                    next(each for each in above if each["name"] == change.old)["name"] = change.new
                case _:
                    each = next(each for each in above if each["name"] == change.name)
                    each[change.field] = change.new

    # Finding parts.

    def _came_whole(self, part: Data) -> Data:
        self.whole.add(id(part))
        self.whole |= {id(section) for section in part.get("sections", ())}
        return part

    def _program(self, name: str) -> Data:
        found: Data = next(each for each in self.data["programs"] if each["name"] == name)
        return found

    def _goal(self, number: int) -> Data:
        return _with_id(self.data["goals"], number)

    def _old_part(self, place: CitedIn) -> Data:
        if place.section is not None:
            return self.old_sections[place.plan, place.section]
        if place.plan is not None:
            return self.old_plans[place.plan]
        if place.goal is not None:
            return self.old_goals[place.goal]
        return self.old_priorities[place.priority]

    def _old_list(self, place: CitedIn) -> list[Any]:
        names: list[Any] = self._old_part(place)["programs"]
        if place.group is None:
            return names
        nested: list[Any] = _grouped(names, place.group)["programs"]
        return nested

    def _part(self, place: CitedIn) -> Data:
        if place.section is not None:
            sections = _with_id(self.plans, place.plan)["sections"]
            return _titled(sections, self.new_sections[place.plan, place.section])
        if place.plan is not None:
            return _with_id(self.plans, place.plan)
        if place.goal is not None:
            return self._goal(place.goal)
        return _with_id(self.data["priorities"], place.priority)

    def _old_listing(self, number: str | int) -> Data:
        if isinstance(number, str):
            return self.old_plans[number]
        return self.old_priorities[number]

    def _listing(self, number: str | int) -> Data:
        parts = self.plans if isinstance(number, str) else self.data["priorities"]
        return _with_id(parts, number)

    @staticmethod
    def _groups_of(part: Data) -> list[Data]:
        return [entry for entry in part["programs"] if isinstance(entry, dict)]


def _followed(district: Any, names: Mapping[str, str]) -> Any:
    """Return the district or districts of a program by their new names."""
    if isinstance(district, list):
        return [names.get(name, name) for name in district]
    return names.get(district, district)


def _with_id(parts: list[Data], number: Any) -> Data:
    (found,) = [part for part in parts if part["id"] == number]
    return found


def _titled(sections: list[Data], title: str) -> Data:
    return next(section for section in sections if section["title"] == title)


def _grouped(entries: list[Any], words: str) -> Data:
    return next(e for e in entries if isinstance(e, dict) and e["group"] == words)
