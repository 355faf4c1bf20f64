"""Which part of an old plan is which part of a new one, for all numbered parts and programs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from shakyo_plan.diff.citing import Identities, ProgramLists, Unregistered, lists_by_program
from shakyo_plan.diff.pairs import Pair
from shakyo_plan.diff.part_matching import Traits, match_parts
from shakyo_plan.diff.program_guessing import guessed_descents
from shakyo_plan.diff.program_matching import Descent, ProgramMatching
from shakyo_plan.model import BasicPlan, Goal, ManagementSection, Plan, Priority, cited
from shakyo_plan.values.plan_id import fold_plan_id


@dataclass(frozen=True)
class Matching:
    """The pairs of each kind of part, by their positions; basic plans count through all goals."""

    priorities: tuple[Pair, ...]
    goals: tuple[Pair, ...]
    plans: tuple[Pair, ...]
    management: tuple[Pair, ...]
    programs: ProgramMatching

    def lists(self, old: Plan, new: Plan) -> dict[int, int]:
        """Return which old list of programs is which new one, by positions in `citing.ProgramLists`."""
        pairs = {pair.old: pair.new for pair in self.plans}
        before, after = len(old.basic_plans), len(new.basic_plans)
        return pairs | {before + pair.old: after + pair.new for pair in self.priorities}


def match(old: Plan, new: Plan, stated: ProgramMatching) -> Matching:
    """Find the old parts in the new plan; ``stated`` is what the files tell of the programs.

    Programs that the files themselves tell come first. They help to recognise plans and priorities,
    and the lists that these have in common help to guess what else was renamed.
    """
    identities = Identities(old, new, stated)
    words = _Words(new)

    def called(name_of: Callable[[str], Hashable], part: BasicPlan | Priority) -> Iterable[str]:
        return (words(name_of(citation.name)) for citation, _ in cited(part.programs))

    known = Matching(
        priorities=match_parts(
            [_priority(part, called(identities.of_old, part)) for part in old.priorities],
            [_priority(part, called(identities.of_new, part)) for part in new.priorities],
        ),
        goals=match_parts([*map(_goal, old.goals)], [*map(_goal, new.goals)]),
        plans=match_parts(
            [_plan(part, called(identities.of_old, part)) for part in old.basic_plans],
            [_plan(part, called(identities.of_new, part)) for part in new.basic_plans],
        ),
        management=match_parts([*map(_section, old.management)], [*map(_section, new.management)]),
        programs=stated,
    )
    new_names = dict(enumerate(_list_ids(new)))
    old_names = {one: new_names[other] for one, other in known.lists(old, new).items()}
    guesses = guessed_descents(
        old,
        new,
        stated,
        lists_by_program(old, ProgramLists.of(old), old_names),
        lists_by_program(new, ProgramLists.of(new), new_names),
    )
    return Matching(
        known.priorities, known.goals, known.plans, known.management, stated.joined(guesses)
    )


class _Words:
    """The name of what a citation means, as the new plan has it."""

    def __init__(self, new: Plan) -> None:
        self._new = new

    def __call__(self, key: Hashable) -> str:
        if isinstance(key, Descent):
            return self._new.programs[key.new[0]].name
        return key.name if isinstance(key, Unregistered) else str(key)


def _list_ids(plan: Plan) -> Iterable[str]:
    yield from (fold_plan_id(basic_plan.id) for basic_plan in plan.basic_plans)
    yield from (str(priority.id) for priority in plan.priorities)


def _goal(goal: Goal) -> Traits:
    return Traits(str(goal.id), goal.title, frozenset(plan.title for plan in goal.plans))


def _plan(plan: BasicPlan, names: Iterable[str]) -> Traits:
    contents = frozenset((*names, *(section.title for section in plan.sections)))
    return Traits(fold_plan_id(plan.id), plan.title, contents)


def _priority(priority: Priority, names: Iterable[str]) -> Traits:
    return Traits(str(priority.id), priority.title, frozenset((*names, *priority.actions)))


def _section(section: ManagementSection) -> Traits:
    return Traits(str(section.id), section.title, frozenset(section.items))
