"""The programs of a plan by every name that people may write for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from shakyo_plan.likeness import Patience
from shakyo_plan.lint.rules.leftovers import without_leftovers
from shakyo_plan.lint.rules.marks import MarkReader
from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan, Program
from shakyo_plan.values.name import fold_name


def fold(name: str) -> str:
    """Return the name without what people, and what Word, put into it without noticing."""
    return fold_name(without_leftovers(name))


class Names:
    """Finds the program that a name means, and the nearest where it means none."""

    def __init__(self, plan: Plan, patience: Patience | None = None) -> None:
        """Take the programs of the plan."""
        self.plan = plan
        self._patience = patience or Patience()
        self._looked_up: dict[str, Program | None] = {}

    @cached_property
    def known(self) -> Mapping[str, Program]:
        """The programs by every name that they answer to: their own, aliases, former names.

        What is a name today wins over what was one; a former name of several means none of them.
        """
        former = {name: bearers[0] for name, bearers in self._former.items() if len(bearers) == 1}
        aliases = {name: each for each in reversed(self.plan.programs) for name in each.aliases}
        return former | aliases | dict(self.plan.registry)

    @cached_property
    def _former(self) -> Mapping[str, tuple[Program, ...]]:
        found: defaultdict[str, dict[str, Program]] = defaultdict(dict)
        for program in self.plan.programs:
            for name in program.formerly:
                found[name].setdefault(program.name, program)
        return {name: tuple(bearers.values()) for name, bearers in found.items()}

    def once_called(self, name: str) -> tuple[Program, ...]:
        """Return the programs whose former name it is, where it names none today."""
        return () if name in self.plan.registry else self._former.get(name, ())

    @cached_property
    def _folded(self) -> Mapping[str, Program]:
        """The programs by their folded names; a fold that two programs share means neither."""
        found: defaultdict[str, dict[str, Program]] = defaultdict(dict)
        for name, program in self.known.items():
            found[fold_name(name)][program.name] = program
        return {
            fold: next(iter(programs.values()))
            for fold, programs in found.items()
            if fold and len(programs) == 1
        }

    @cached_property
    def marks(self) -> MarkReader:
        """What reads the marks behind a name."""
        return MarkReader(self.plan.council.districts)

    def program(self, name: str) -> Program | None:
        """Return the program that the name means, whatever its width, spaces and brackets."""
        if name not in self._looked_up:
            # Several rules ask for the same name, and folding it is what takes the time.
            self._looked_up[name] = self.known.get(name) or self._folded.get(fold(name))
        return self._looked_up[name]

    def cut(self, text: str) -> tuple[Program, Program] | None:
        """Return the two programs whose names, one behind the other, are the text."""
        folded = fold(text)
        for number in range(1, len(folded)):
            first = self._folded.get(folded[:number])
            second = self._folded.get(folded[number:]) if first else None
            if first and second:
                return first, second
        return None

    def nearest(self, name: str) -> list[str]:
        """Return the known names most like one that is not known, the nearest first."""
        return self._patience.nearest(name, self.known)


def quoted_names(programs: tuple[Program, ...]) -> tuple[Message, ...]:
    """Return the names of programs for a sentence, each in quotation marks."""
    return tuple(say("“{name}”", name=program.name) for program in programs)
