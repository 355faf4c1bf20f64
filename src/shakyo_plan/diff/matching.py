"""Which part of an old plan is which part of a new one, for all numbered parts and programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from shakyo_plan.diff.citing import Identities, ProgramLists, Unregistered, lists_by_program
from shakyo_plan.diff.districts import match_districts, new_districts
from shakyo_plan.diff.pairs import Pair, positions
from shakyo_plan.diff.part_matching import Traits, match_parts
from shakyo_plan.diff.program_guessing import Sides, guessed_descents
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
    districts: tuple[Pair, ...]
    programs: ProgramMatching

    def lists(self, old: Plan, new: Plan) -> dict[int, int]:
        """Return which old list of programs is which new one, by positions in `citing.ProgramLists`."""
        before, after = len(old.basic_plans), len(new.basic_plans)
        found = {
            **positions(self.plans),
            **{before + pair.old: after + pair.new for pair in self.priorities},
        }
        before, after = before + len(old.priorities), after + len(new.priorities)
        return found | {before + pair.old: after + pair.new for pair in self.goals}

    @property
    def turned(self) -> Matching:
        """The same seen from the new plan."""
        return Matching(
            _turned(self.priorities),
            _turned(self.goals),
            _turned(self.plans),
            _turned(self.management),
            _turned(self.districts),
            self.programs.turned,
        )


def match(old: Plan, new: Plan, stated: ProgramMatching) -> Matching:
    """Find the old parts in the new plan; ``stated`` is what the files tell of the programs.

    These help to recognise plans, goals and priorities; the lists that they have in common help to
    guess what else was renamed; and that may help to recognise another part. The old plan must not
    be of a later year.
    """
    districts = match_districts(old, new, stated)
    known = _match_parts(old, new, stated, districts)
    new_names = dict(enumerate(_list_ids(new)))
    old_names = {one: new_names[other] for one, other in known.lists(old, new).items()}
    guesses = [
        *guessed_descents(
            Sides(
                old,
                new,
                stated,
                lists_by_program(old, ProgramLists.of(old), old_names),
                lists_by_program(new, ProgramLists.of(new), new_names),
                new_districts(old, new, districts),
            )
        )
    ]
    return _match_parts(old, new, stated.joined(guesses), districts) if guesses else known


def _match_parts(
    old: Plan, new: Plan, programs: ProgramMatching, districts: tuple[Pair, ...]
) -> Matching:
    identities = Identities(old, new, programs)
    words = _Words(new)

    def called(name_of: Callable[[str], Hashable], part: BasicPlan | Priority) -> Iterable[str]:
        listed = part.listed if isinstance(part, BasicPlan) else part.programs
        return (words(name_of(citation.name)) for citation, _ in cited(listed))

    plans = match_parts(
        [_plan(part, called(identities.of_old, part)) for part in old.basic_plans],
        [_plan(part, called(identities.of_new, part)) for part in new.basic_plans],
    )
    titles = _Titles(old, new, plans)
    return Matching(
        priorities=match_parts(
            [_priority(part, called(identities.of_old, part)) for part in old.priorities],
            [_priority(part, called(identities.of_new, part)) for part in new.priorities],
        ),
        goals=match_parts(
            _goals(old.goals, titles.of_old, lambda part: called(identities.of_old, part)),
            _goals(new.goals, titles.of_new, lambda part: called(identities.of_new, part)),
        ),
        plans=plans,
        management=match_parts([*map(_section, old.management)], [*map(_section, new.management)]),
        districts=districts,
        programs=programs,
    )


class _Titles:
    """What to call each basic plan, alike for both plans: the new title, with its id where two have it."""

    def __init__(self, old: Plan, new: Plan, pairs: Sequence[Pair]) -> None:
        counts = Counter(plan.title for plan in new.basic_plans)
        self.of_new = [
            plan.title if counts[plan.title] == 1 else f"{fold_plan_id(plan.id)} {plan.title}"
            for plan in new.basic_plans
        ]
        # A plan that is gone must not be called what another is called now.
        self.of_old = [f"{fold_plan_id(plan.id)} {plan.title}\n" for plan in old.basic_plans]
        for one, other, _ in pairs:
            self.of_old[one] = self.of_new[other]


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
    yield from (f"goal {goal.id}" for goal in plan.goals)


def _goals(
    goals: Sequence[Goal],
    titles: Sequence[str],
    names: Callable[[BasicPlan], Iterable[str]],
) -> list[Traits]:
    """Return what tells goals apart: their basic plans, and the programs of these."""
    found = []
    waiting: Iterator[str] = iter(titles)
    for goal in goals:
        contents = {next(waiting) for _ in goal.plans}
        contents |= {name for plan in goal.plans for name in names(plan)}
        found.append(Traits(str(goal.id), goal.title, frozenset(contents), goal.text))
    return found


def _plan(plan: BasicPlan, names: Iterable[str]) -> Traits:
    contents = frozenset((*names, *(section.title for section in plan.sections)))
    return Traits(fold_plan_id(plan.id), plan.title, contents, plan.text)


def _priority(priority: Priority, names: Iterable[str]) -> Traits:
    contents = frozenset((*names, *priority.actions))
    return Traits(str(priority.id), priority.title, contents, priority.text)


def _section(section: ManagementSection) -> Traits:
    return Traits(str(section.id), section.title, frozenset(section.items), section.text)


def _turned(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(
        sorted(
            (Pair(new, old, why and why.turned) for old, new, why in pairs),
            key=lambda pair: pair.new,
        )
    )
