"""Tags and departments of programs: their own, and those of the part of the plan that they stand under."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from shakyo_plan.model.listed import cited
from shakyo_plan.model.parts import BasicPlan, Section
from shakyo_plan.model.plan import Plan
from shakyo_plan.model.program import Program
from shakyo_plan.model.program_lists import ProgramList
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

_BETWEEN = lazy_pattern(r"\s{0,9}[・、,，/／]\s{0,9}")
_AND = lazy_pattern("と|及び|および")
_REMARK = lazy_pattern(r"\s{0,9}(?:[（(][^（）()]{0,40}[)）]|ほか|他|等|など)$")
"""What stands behind a department and is none: 地域課（主担当）, 地域課ほか."""


class Bearing:
    """What one plan's programs bear. A priority's list picks programs out, and gives them nothing."""

    def __init__(self, plan: Plan) -> None:
        """Look at a plan; nothing is computed before it is asked for."""
        self._plan = plan
        self._legend = {
            fold_name(spelling): department.name
            for department in plan.council.departments
            for spelling in (department.name, department.short)
            if spelling
        }

    def tags(self, program: Program, listing: ProgramList) -> tuple[str, ...]:
        """Return the tags of a program in a list: its own, then those of what stands over the list."""
        above = (listing.part, listing.plan, listing.goal)
        found = (tag for part in (program, *above) if part for tag in part.tags)
        return tuple(dict.fromkeys(found))

    def departments(self, program: Program, listing: ProgramList) -> tuple[str, ...]:
        """Return who does a program of a list: its own departments, else those of the basic plan."""
        return self.named(program.department) or self.named(
            listing.plan.department if listing.plan else None
        )

    def named(self, written: str | None) -> tuple[str, ...]:
        """Return the departments that a text names, by their names in the legend where they are there."""
        names = (self._legend.get(fold_name(name), name) for name in self.written(written or ""))
        return tuple(dict.fromkeys(names))

    def written(self, text: str) -> tuple[str, ...]:
        """Return the departments as a text writes them, several with ・ or 、 between."""
        found: list[str] = []
        pieces = [_REMARK.sub("", piece) for piece in _BETWEEN.split(text.strip())]
        while pieces:
            # 総務・企画課 is one department where the legend has it so.
            for count in range(len(pieces), 0, -1):
                name = "・".join(pieces[:count])
                if count == 1 or fold_name(name) in self._legend:
                    break
            found += self._joined(name)
            pieces = pieces[count:]
        return tuple(name for name in found if name)

    def _joined(self, name: str) -> list[str]:
        """Return a name, or the two of 地域課と総務課 where the legend has both."""
        both = [half for half in _AND.split(name) if half]
        return both if all(fold_name(half) in self._legend for half in both) else [name]

    @cached_property
    def tags_by_program(self) -> Mapping[str, frozenset[str]]:
        """The tags of each registered program, in whatever list it has them."""
        found: dict[str, set[str]] = {each.name: set(each.tags) for each in self._plan.registered}
        for program, listing in self.listed():
            found[program.name] |= set(self.tags(program, listing))
        return {name: frozenset(tags) for name, tags in found.items()}

    @cached_property
    def departments_by_program(self) -> Mapping[str, frozenset[str]]:
        """The departments of each registered program, by its own entry or by its basic plans."""
        found = {each.name: set(self.named(each.department)) for each in self._plan.registered}
        for program, listing in self.listed():
            found[program.name] |= set(self.departments(program, listing))
        return {name: frozenset(departments) for name, departments in found.items()}

    @cached_property
    def every_tag(self) -> tuple[str, ...]:
        """The tags in printed order: of goals, plans and sections, then those that only programs have."""
        above = (
            part
            for goal in self._plan.goals
            for part in (goal, *(one for plan in goal.plans for one in _with_sections(plan)))
        )
        flat = (one for plan in self._plan.plans for one in _with_sections(plan))
        parts = (*above, *flat, *self._plan.programs)
        return tuple(dict.fromkeys(tag for part in parts for tag in part.tags))

    @cached_property
    def every_department(self) -> tuple[str, ...]:
        """The departments of the legend, then those that only basic plans and programs name."""
        legend = (department.name for department in self._plan.council.departments)
        parts: tuple[BasicPlan | Program, ...] = (
            *self._plan.basic_plans,
            *self._plan.programs,
        )
        named = (name for part in parts for name in self.named(part.department))
        return tuple(dict.fromkeys((*legend, *named)))

    def listed(self) -> Iterator[tuple[Program, ProgramList]]:
        """Yield the registered programs with every list of a goal, plan or section that cites them."""
        for listing in self._plan.lists:
            if not listing.of_priority:
                for citation, _ in cited(listing.programs):
                    if program := self._plan.registry.get(citation.name):
                        yield program, listing


def _with_sections(plan: BasicPlan) -> tuple[BasicPlan | Section, ...]:
    return (plan, *plan.sections)
