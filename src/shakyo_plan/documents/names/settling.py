"""Which printed spellings are one program, and what it is called.

Last year's registry decides first; then the name as the lists of the plans print it. What stays
open is a doubt, and nothing is decided in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import core, fold, part_cores, without_tail
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.registry import Registered, Registry
from shakyo_plan.documents.names.splitting import Cited, Listed, citations
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import Fact, Sketch
from shakyo_plan.likeness import folded_likeness
from shakyo_plan.message import Message, say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NEAR = 0.72
"""From this likeness on, a name that is printed once may be a misprint of another."""
_IN_CONTEXT = 0.55
"""The same, where district or plan already say that it is the same program."""
_DIGITS = lazy_pattern(r"[0-9０-９一二三四五六七八九十]+")


class Settler:
    """Finds for each printed name the program of the registry that it means."""

    def __init__(self, known: KnownNames, registry: Registry, sketch: Sketch) -> None:
        """Take the names that are known, the registry to fill, and the sketch that doubts go into."""
        self._known = known
        self._registry = registry
        self._programs = registry.programs
        self._sketch = sketch
        self._lists_of: defaultdict[str, set[int]] = defaultdict(set)
        self._counts: Counter[str] = Counter()
        self._renamed: dict[str, str] = {}
        self._told: set[tuple[str, str]] = set()

    def settle_lists(self, lists: list[list[Listed]]) -> None:
        """Settle the names of the lists of plans: each name then is one of the registry."""
        for number, listed in enumerate(lists):
            for cited in citations(listed):
                self._lists_of[fold(cited.name)].add(number)
                self._counts[fold(cited.name)] += 1
        shown: dict[str, Cited] = {}
        for cited in (cited for listed in lists for cited in citations(listed)):
            shown.setdefault(fold(cited.name), cited)
        for folded, cited in shown.items():
            self._settle_spelling(folded, cited, shown)
        for listed in lists:
            for cited in citations(listed):
                self._registry.register(
                    cited, self._renamed.get(fold(cited.name)) or shown[fold(cited.name)].name
                )

    def settle_citation(self, cited: Cited, number: int) -> None:
        """Settle a name of another list, such as a priority's, by those of the plans."""
        name = self._by_forms(cited.name, cited.line, self._beside(number))
        self._lists_of[fold(name or cited.name)].add(number)
        self._registry.register(cited, name or cited.name)

    def settle_fact(self, fact: Fact, cited_by: dict[str, set[str]]) -> Registered:
        """Return the program that a fact is about; ``cited_by`` has the plans that cite each name."""
        wanted = without_tail(fact.name)
        name = self._exact(wanted)
        if name is None and fact.plan_ids:
            name = self._in_plans(fact, wanted, cited_by)
        if name is None:
            name = self._by_forms(wanted, fact.line, frozenset())
        if name is None:
            name = wanted
        entry = self._registry.entry(name, fact.line)
        entry.lines += fact.lines
        return entry

    def doubt_near_names(self) -> None:
        """Doubt names of the registry that are nearly alike and were taken for two."""
        names = list(self._programs)
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                alike = folded_likeness(fold(one), fold(other))
                if (
                    alike < _NEAR
                    or _differ_in_numbers(one, other)
                    or self._said_distinct(one, other)
                ):
                    continue
                if self._lists_of[fold(one)] & self._lists_of[fold(other)]:
                    # Side by side in one list, they are two; the file says so to who checks it.
                    self._programs[one].distinct_from[other] = None
                    self._programs[other].distinct_from[one] = None
                elif (one, other) not in self._told:
                    rarer = min(
                        (one, other), key=lambda name: (self._counts[fold(name)], name == one)
                    )
                    there = other if rarer == one else one
                    self._tell(
                        Code.NEARLY_ALIKE, self._programs[rarer].line, rarer,
                        say("it is nearly “{other}”, and was taken for another program", other=there), (there,),
                    )  # fmt: skip

    def _settle_spelling(self, folded: str, cited: Cited, shown: dict[str, Cited]) -> None:
        """Find the name that a rare spelling is a misprint of."""
        name = cited.name
        if folded in self._known.previous:
            self._renamed[folded] = self._known.previous[folded]
            return
        if by_last_year := self._by_last_year(name):
            self._renamed[folded] = by_last_year
            self._tell(
                Code.UNKNOWN_NAME, cited.line, by_last_year,
                say("last year's plan does not know “{name}”, but this", name=name), (name,),
            )  # fmt: skip
            return
        if self._counts[folded] > 1:
            return
        for other, there in shown.items():
            if (
                other == folded
                or self._counts[other] < 2
                or self._lists_of[other] & self._lists_of[folded]
            ):
                continue
            alike = folded_likeness(folded, other)
            same_core = core(name) == core(there.name)
            shares = bool(part_cores(name) & part_cores(there.name))
            if (alike >= _NEAR and not _differ_in_numbers(name, there.name)) or same_core or shares:
                self._renamed[folded] = there.name
                self._tell(
                    Code.OTHER_SPELLING, cited.line, there.name,
                    say("it is printed “{name}” here only, and so {n} times", name=name, n=self._counts[other]),
                    (name,),
                )  # fmt: skip
                if same_core:
                    self._registry.add_alias(there.name, name, cited.line)
                return

    def _by_last_year(self, name: str) -> str | None:
        if not self._known.previous or self._known.exact(name) in self._known.previous.values():
            return None
        near = [
            (folded_likeness(form, fold(name)), known)
            for form, known in self._known.previous.items()
            if not _differ_in_numbers(form, name)
        ]
        best = max(near, default=(0.0, ""))
        if best[0] >= 0.85 and self._counts[fold(name)] == 1 and fold(best[1]) not in self._counts:
            return best[1]
        return None

    def _beside(self, number: int) -> frozenset[str]:
        return frozenset(folded for folded, lists in self._lists_of.items() if number in lists)

    def _exact(self, name: str) -> str | None:
        folded = fold(name)
        return next(
            (known for known in self._programs if fold(known) == folded), None
        ) or self._alias_of(folded)

    def _alias_of(self, folded: str) -> str | None:
        for entry in self._programs.values():
            if any(fold(alias) == folded for alias in entry.aliases):
                return entry.name
        return (
            self._known.previous.get(folded)
            if self._known.previous.get(folded) in self._programs
            else None
        )

    def _by_forms(self, name: str, line: Line, beside: frozenset[str]) -> str | None:
        """Return the registered program that another spelling means, and say so."""
        if exact := self._exact(name):
            return self._noted(exact, name, line)
        same = [known for known in self._programs if core(known) == core(name)]
        shared = [
            known
            for known in self._programs
            if part_cores(known) & part_cores(name) and fold(known) not in beside
        ]
        for meant in (same, shared):
            if len(meant) == 1:
                return self._spelled(meant[0], name, line)
        near = self._nearest(name, _NEAR, beside)
        if near is not None:
            self._tell(
                Code.OTHER_SPELLING, line, near,
                say("“{name}” is printed here, and the lists of the plans have this", name=name), (name,),
            )  # fmt: skip
        return near

    def _noted(self, exact: str, name: str, line: Line) -> str:
        """Keep a way of writing that differs in spaces or brackets as an alias; nobody has to be asked."""
        if exact != name and fold(exact) == fold(name) and len(exact) != len(name):
            self._spelled(exact, name, line)
        return exact

    def _nearest(self, name: str, least: float, beside: frozenset[str]) -> str | None:
        near = [
            (folded_likeness(fold(known), fold(name)), known)
            for known in self._programs
            if fold(known) not in beside and not _differ_in_numbers(known, name)
        ]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= least else None

    def _in_plans(self, fact: Fact, wanted: str, cited_by: dict[str, set[str]]) -> str | None:
        """Return the program of the plan that a table names, if one there is nearly called so."""
        among = [name for name, plans in cited_by.items() if plans & set(fact.plan_ids)]
        scored = []
        for name in among:
            entry = self._programs.get(name)
            agrees = (
                entry is not None
                and fact.district is not None
                and entry.values.get("district") == fact.district
            )
            scored.append((folded_likeness(fold(name), fold(wanted)) + 0.1 * agrees, name))
        best = max(scored, default=(0.0, ""))
        if best[0] < _IN_CONTEXT:
            return None
        self._tell(
            Code.OTHER_SPELLING, fact.line, best[1],
            say("“{name}” is printed here, and the lists of the plans have this", name=wanted), (wanted,),
        )  # fmt: skip
        if core(best[1]) == core(wanted) or wanted in best[1] or _is_shortened(wanted, best[1]):
            self._registry.add_alias(best[1], wanted, fact.line)
        return best[1]

    def _said_distinct(self, one: str, other: str) -> bool:
        return frozenset((fold(one), fold(other))) in self._known.distinct

    def _spelled(self, name: str, printed: str, line: Line) -> str:
        """Keep another way to write a program as an alias, and say so; returns the program's name."""
        self._tell(
            Code.OTHER_SPELLING, line, name,
            say("“{printed}” was taken for another way to write this program", printed=printed), (printed,),
        )  # fmt: skip
        self._registry.add_alias(name, printed, line)
        return name

    def _tell(
        self, code: Code, line: Line, recorded: str, reason: Message, candidates: tuple[str, ...]
    ) -> None:
        told = (recorded, candidates[0] if candidates else "")
        if told not in self._told:
            self._told.add(told)
            self._told.add(told[::-1])
            self._sketch.doubt(code, line, recorded, reason, candidates)


def _differ_in_numbers(one: str, other: str) -> bool:
    """Whether two names are told apart by a number: 第1…, 第2…."""
    return _DIGITS.sub("", one) == _DIGITS.sub("", other) and _DIGITS.findall(
        one
    ) != _DIGITS.findall(other)


def _is_shortened(short: str, long: str) -> bool:
    """Whether one name is the other with a stretch left out."""
    if not short or len(short) >= len(long):
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    return long.endswith(short[start:])
