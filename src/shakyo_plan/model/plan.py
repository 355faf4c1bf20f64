"""The annual plan itself, and what can be looked up in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from shakyo_plan.model.accounts import Account
from shakyo_plan.model.listed import ListedProgram, cited
from shakyo_plan.model.parts import (
    BasicPlan,
    Council,
    Goal,
    Labels,
    ManagementSection,
    Numbering,
    ParentPlan,
    Priority,
    Suppression,
)
from shakyo_plan.model.program import Program
from shakyo_plan.model.program_lists import ProgramList, lists_of
from shakyo_plan.model.reading import Data, each, place_field
from shakyo_plan.values.data_path import ROOT, DataPath
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.name import fold_name
from shakyo_plan.values.plan_id import fold_plan_id

if TYPE_CHECKING:
    from shakyo_plan.values.schedule import Month


@dataclass(frozen=True)
class Plan:
    """One council's annual plan (事業計画書) for one fiscal year."""

    format: int
    fiscal_year: int
    council: Council
    labels: Labels = field(default_factory=Labels)
    numbering: Numbering = field(default_factory=Numbering)
    philosophy: str | None = None
    based_on: tuple[ParentPlan, ...] = ()
    policy: str | None = None
    priorities: tuple[Priority, ...] = ()
    goals: tuple[Goal, ...] = ()
    plans: tuple[BasicPlan, ...] = ()
    """The basic plans of a plan without goals; `basic_plans` has those under goals too."""
    programs: tuple[Program, ...] = ()
    accounts: tuple[Account, ...] = ()
    management_text: str | None = None
    management: tuple[ManagementSection, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data) -> Plan:
        """Make a plan from a file's data, which has to have the shape of the schema."""
        own = {
            "council": Council.read(data["council"], ("council",)),
            "labels": Labels.read(data.get("labels", {}), ("labels",)),
            "numbering": Numbering.read(data.get("numbering", {}), ("numbering",)),
            "based_on": each(ParentPlan.read, data, "based_on", ROOT),
            "priorities": each(Priority.read, data, "priorities", ROOT),
            "goals": each(Goal.read, data, "goals", ROOT),
            "plans": each(BasicPlan.read, data, "plans", ROOT),
            "programs": each(Program.read, data, "programs", ROOT),
            "accounts": each(Account.read, data, "accounts", ROOT),
            "management": each(ManagementSection.read, data, "management", ROOT),
            "suppress": each(Suppression.read, data, "suppress", ROOT),
        }
        return cls(**{**data, **own})

    @property
    def year(self) -> FiscalYear:
        """The fiscal year as a value that knows its era."""
        return FiscalYear(self.fiscal_year)

    @cached_property
    def basic_plans(self) -> tuple[BasicPlan, ...]:
        """All basic plans, goal by goal, in printed order; then those that stand under no goal."""
        return (*(plan for goal in self.goals for plan in goal.plans), *self.plans)

    @cached_property
    def lists(self) -> tuple[ProgramList, ...]:
        """Every place where a list of programs may stand, in printed order; those without any too."""
        return tuple(lists_of(self.priorities, self.goals, self.plans))

    @cached_property
    def registered(self) -> tuple[Program, ...]:
        """The registered programs in printed order; of two with one name, the first."""
        return tuple(each for each in self.programs if self.registry[each.name] is each)

    @cached_property
    def registry(self) -> Mapping[str, Program]:
        """The registered programs by their names; of two with one name, the first."""
        return {program.name: program for program in reversed(self.programs)}

    def program(self, name: str) -> Program:
        """Return the registered program by its name, an alias or a former name, however it is typed.

        Raises:
            KeyError: no program is called that.
        """
        program = self.registry.get(name) or self._by_any_name.get(fold_name(name))
        if program is None:
            raise KeyError(name)
        return program

    def basic_plan(self, plan_id: str) -> BasicPlan:
        """Return the basic plan with the id, however it is typed.

        Raises:
            KeyError: no basic plan has this id.
        """
        wanted = fold_plan_id(plan_id)
        for basic_plan in self.basic_plans:
            if fold_plan_id(basic_plan.id) == wanted:
                return basic_plan
        raise KeyError(plan_id)

    def programs_of(self, plan_id: str) -> tuple[Program, ...]:
        """Return the registered programs that the basic plan cites, in printed order.

        Raises:
            KeyError: no basic plan has this id.
        """
        names = (citation.name for citation, _ in cited(self.basic_plan(plan_id).listed))
        return tuple(self.registry[name] for name in names if name in self.registry)

    def plans_of(self, name: str) -> tuple[BasicPlan, ...]:
        """Return the basic plans that cite the program, in printed order.

        Raises:
            KeyError: no program is called that.
        """
        program = self.program(name)
        return tuple(each for each in self.basic_plans if _cites(each.listed, program))

    def priorities_of(self, name: str) -> tuple[Priority, ...]:
        """Return the priorities that cite the program, in printed order.

        Raises:
            KeyError: no program is called that.
        """
        program = self.program(name)
        return tuple(each for each in self.priorities if _cites(each.programs, program))

    def months_of(self, name: str) -> tuple[Month, ...]:
        """Return the months in which the program is held, as far as its schedule tells.

        Raises:
            KeyError: no program is called that.
        """
        # Its many patterns are compiled only for those who ask.
        from shakyo_plan.values.schedule import read_schedule

        return read_schedule(self.program(name).schedule or "", self.year).months

    @cached_property
    def _by_any_name(self) -> Mapping[str, Program]:
        # What comes first wins: a name goes before an alias, an alias before a former name.
        named = [(program.name, program) for program in self.programs]
        named += [(name, program) for program in self.programs for name in program.aliases]
        named += [(name, program) for program in self.programs for name in program.formerly]
        return {fold_name(name): program for name, program in reversed(named)}


def _cites(programs: tuple[ListedProgram, ...], program: Program) -> bool:
    return any(citation.name == program.name for citation, _ in cited(programs))
