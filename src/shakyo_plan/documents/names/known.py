"""The names that a document, and last year's plan, know: what entries are compared with."""

from __future__ import annotations

from collections import Counter

from shakyo_plan.documents.names.forms import core, fold
from shakyo_plan.model import Plan


class KnownNames:
    """Names by their forms, with how often they are printed; those of last year's plan count as often printed."""

    def __init__(self, previous: Plan | None = None) -> None:
        """Begin with last year's registry, where there is one."""
        self._shown: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._cores: dict[str, str] = {}
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
