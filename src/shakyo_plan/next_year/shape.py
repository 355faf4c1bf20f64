"""The shape of a council's plan: its levels, its words, its numbers; as options and answers say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, say
from shakyo_plan.model import Labels, Numbering, terms
from shakyo_plan.model.fields import fields_of
from shakyo_plan.model.numbering import as_it_should_be
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name, plain_name


class ListedUnder(StrEnum):
    """The kind of part that the lists of programs stand under."""

    GOAL = "goal"
    PLAN = "plan"
    SECTION = "section"
    PRIORITY = "priority"


LISTED_UNDER: Mapping[ListedUnder, Message] = {
    ListedUnder.GOAL: terms.GOAL,
    ListedUnder.PLAN: terms.PLAN,
    ListedUnder.SECTION: terms.SECTION,
    ListedUnder.PRIORITY: terms.PRIORITY,
}
"""What people call each; a council may have words of its own for the parts of its plan."""

_EQUALS = lazy_pattern(r"\s*[=＝:：]\s*")
_BETWEEN_PAIRS = lazy_pattern("[,，、]")
_COMMA = lazy_pattern("[,，、､;；/／\n]")
_DOT_OR_BLANK = lazy_pattern(r"[・･\s]")
_NONE = frozenset({"なし", "無し", "ない", "無い", "none", "no", "-"})


@dataclass(frozen=True, slots=True)
class Shape:
    """How a council's plan is made up."""

    goals: bool = True
    """Whether plans stand under goals; without, they are one list."""
    listed_under: ListedUnder = ListedUnder.PLAN
    """Under priorities alone, the plan has neither goals nor basic plans."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The council's own words, by the keys of `Labels`."""
    numbering: Mapping[str, str] = field(default_factory=dict)
    """The first number as printed, by the keys of `Numbering`."""
    districts: tuple[str, ...] | None = None
    """None where nobody said; then the plan has examples."""

    @property
    def has_goals(self) -> bool:
        """Whether the plan has goals."""
        return self.goals and self.listed_under is not ListedUnder.PRIORITY

    @property
    def has_plans(self) -> bool:
        """Whether the plan has basic plans."""
        return self.listed_under in (ListedUnder.PLAN, ListedUnder.SECTION)

    def word(self, key: str) -> str:
        """Return what the council calls a part, by its key in `Labels`."""
        usual: str = getattr(Labels, key)
        return self.labels.get(key, usual)


def check_shape(shape: Shape) -> None:
    """See that a plan can have the shape.

    Raises:
        UserError: programs are to stand under goals, and there are none.
    """
    if shape.listed_under is ListedUnder.GOAL and not shape.goals:
        raise UserError(
            say("A plan without {goals} has no programs under them", goals=terms.GOALS),
            say("Leave --flat out, or write --programs-under plan or section"),
        )


def read_labels(option: str, given: Iterable[str] | None) -> dict[str, str]:
    """Return the council's words by their keys: goal=事業区分, 基本計画＝施策; commas between several.

    Raises:
        UserError: it names no part, or no word that a plan can print.
    """
    names = {key: (key, usual) for key, usual in _usual_words(Labels)}
    found = dict(_pairs(option, given, names, say("{option} goal=基本施策", option=option)))
    return {key: read_label(word) for key, word in found.items() if word != names[key][1]}


def read_label(word: str) -> str:
    """Return a word for a part of a plan.

    Raises:
        UserError: there is none, or it has signs that cannot be printed.
    """
    stripped = word.strip()
    if not stripped or not stripped.isprintable():
        raise UserError(
            say("“{word}” is no word for a part of a plan", word=word),
            say("Write the word as the plan prints it, such as 基本施策"),
        )
    return stripped


def read_numbering(option: str, given: Iterable[str] | None) -> dict[str, str]:
    """Return the first numbers as printed, by their keys: goal=Ⅰ, 基本計画＝（1）; commas between several.

    Raises:
        UserError: it names no part that has numbers, or no first number that is known.
    """
    usual = dict(_usual_words(Labels))
    names = {part.key: (part.key, usual[part.key]) for part in fields_of(Numbering)}
    found = _pairs(option, given, names, say("{option} goal=Ⅰ", option=option))
    return {key: read_number(example) for key, example in found}


def read_number(example: str) -> str:
    """Return how the first number of a kind of part is printed; nothing where numbers stay as they are.

    Raises:
        UserError: it is no first number that is known.
    """
    written = example.strip()
    if written and not (as_it_should_be(written) and written.isprintable()):
        raise UserError(
            say("“{example}” is no first number that is known", example=written),
            say("Write the first number as printed: Ⅰ, 1, （1）, ①, ア, 一, or なし for none"),
        )
    return written


def read_districts(text: str) -> tuple[str, ...]:
    """Return the districts that are named, with commas or anything that looks like one between.

    ・ and blanks part names only where no comma does, because they stand in names too: 久之浜・大久、四倉.
    """
    if plain_name(text) in _NONE:
        return ()
    between = _COMMA if _COMMA.search(text) else _DOT_OR_BLANK
    names = (name.strip() for name in between.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def _usual_words(labels: type[Labels]) -> Iterable[tuple[str, str]]:
    return ((part.key, getattr(labels, part.key)) for part in fields_of(labels))


def _pairs(
    option: str,
    given: Iterable[str] | None,
    names: Mapping[str, tuple[str, ...]],
    example: Message,
) -> Iterable[tuple[str, str]]:
    for written in given or ():
        for pair in filter(str.strip, _BETWEEN_PAIRS.split(written)):
            name, *value = _EQUALS.split(pair.strip(), maxsplit=1)
            if not value:
                raise UserError(
                    say("Invalid value “{given}” for {parameter}", parameter=option, given=pair),
                    say("For example: {example}", example=example),
                )
            yield _key(option, name, names), value[0]


def _key(option: str, name: str, names: Mapping[str, tuple[str, ...]]) -> str:
    for key, words in names.items():
        if fold_name(name) in map(fold_name, words):
            return key
    known = say("Possible values: {choices}", choices=tuple(names))
    spoken = [word for words in names.values() for word in words]
    if near := nearest(name, spoken, 1):
        known = say("Did you mean “{nearest}”? {known}", nearest=near[0], known=known)
    raise UserError(
        say("Invalid value “{given}” for {parameter}", parameter=option, given=name), known
    )
