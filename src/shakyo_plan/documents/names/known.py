"""The names that a document, and last year's plan, know: what entries are compared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from shakyo_plan.documents.names.forms import core, fold, part_cores
from shakyo_plan.likeness import folded_likeness
from shakyo_plan.model import Plan


class KnownNames:
    """Names by their forms, with how often they are printed; those of last year's plan count as often printed."""

    def __init__(self, previous: Plan | None = None) -> None:
        """Begin with last year's registry, where there is one."""
        self._shown: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._cores: dict[str, str] = {}
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        self.previous: dict[str, str] = {}
        """Last year's names, aliases and former names, each with the name of its program."""
        self.distinct: set[frozenset[str]] = set()
        """Pairs that last year's plan says are two."""
        for program in previous.programs if previous else ():
            for name in (program.name, *program.aliases, *program.formerly):
                self.previous.setdefault(fold(name), program.name)
            self.distinct |= {
                frozenset((fold(program.name), fold(other))) for other in program.distinct_from
            }

    def add(self, name: str, times: int = 1) -> None:
        """Take a name as printed, once or several times."""
        folded = fold(name)
        if not folded:
            return
        self._shown.setdefault(folded, name)
        self._counts[folded] += times
        self._cores.setdefault(core(name), folded)
        for part in part_cores(name):
            self._parts[part].add(folded)

    def remove(self, name: str) -> None:
        """Forget one printing of a name that turned out to be none."""
        folded = fold(name)
        self._counts[folded] -= 1
        if self._counts[folded] <= 0:
            del self._counts[folded]

    def count(self, name: str) -> int:
        """Return how often a name is printed in a list."""
        return self._counts[fold(name)] + 3 * (fold(name) in self.previous)

    def knows(self, name: str) -> bool:
        """Whether a name is printed in a list, or is last year's."""
        return self.count(name) > 0

    def exact(self, name: str) -> str | None:
        """Return the known name that this is, but for notation."""
        folded = fold(name)
        if folded in self.previous:
            return self.previous[folded]
        return self._shown[folded] if self._counts[folded] > 0 else None

    def by_core(self, name: str) -> str | None:
        """Return the known name with the same core."""
        folded = self._cores.get(core(name))
        if folded is not None and self._counts[folded] > 0:
            return self._shown[folded]
        return next(
            (known for form, known in self.previous.items() if core(form) == core(name)), None
        )

    def by_parts(self, name: str) -> tuple[str, ...]:
        """Return the known names that share a long part with this one."""
        found = {folded for part in part_cores(name) for folded in self._parts[part]}
        return tuple(
            self._shown[folded]
            for folded in sorted(found)
            if self._counts[folded] > 0 and folded != fold(name)
        )

    def nearest(
        self, name: str, least: float, among: Iterable[str] | None = None
    ) -> list[tuple[float, str]]:
        """Return the known names most like this one, with how alike they are, the best first."""
        folded = fold(name)
        names = (
            {fold(known): known for known in among}
            if among is not None
            else {form: self._shown[form] for form, count in self._counts.items() if count > 0}
            | self.previous
        )
        scored = [
            (alike, shown)
            for form, shown in names.items()
            if form != folded
            and abs(len(form) - len(folded)) <= (1 - least) * max(len(form), len(folded))
            and (alike := folded_likeness(folded, form)) >= least
        ]
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))
