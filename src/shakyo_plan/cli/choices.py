"""Options that are chosen from words: a status, a commissioning body, a month; in either language.

Each may be given several times, or with commas between; then any of them counts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import Message, Value, say, with_word
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import plain_name
from shakyo_plan.values.numeral import roman_number
from shakyo_plan.values.numerals import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from shakyo_plan.language import Translator

S = TypeVar("S", bound=StrEnum)

_BETWEEN = lazy_pattern("[,、，]")
_NAMED_NUMBER = lazy_pattern(r"[^0-9-]*([0-9]{1,6})[^0-9-]*")
_NAMED_ID = lazy_pattern(
    r"[^0-9０-９]*([0-9０-９](?:.*[0-9０-９])?(?:(?<=[（(][0-9０-９])[)）])?)[^0-9０-９]*"
)
_ROMAN_AT_THE_END = lazy_pattern(r"[IVXL]{1,9}$")
_MONTH = lazy_pattern(r"([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月?")
_ENGLISH_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_LETTERS_OF_A_MONTH = 3


def chosen(
    option: str,
    given: Iterable[str] | None,
    kind: type[S],
    word: Callable[[S], Message],
    tr: Translator,
) -> tuple[S, ...]:
    """Return what is asked for of a kind, in the order asked; nothing where nothing is.

    Raises:
        UserError: there is no such choice; the message says which there are, in the reader's language.
    """
    from shakyo_plan.model.spoken import spoken_choice

    found: dict[S, None] = {}
    for asked in words_in(given):
        choice = spoken_choice(kind, asked)
        if not isinstance(choice, kind):
            raise _no_choice(option, asked, {tr(word(each)): each for each in kind}, tr)
        found[choice] = None
    return tuple(found)


def chosen_kind(
    option: str,
    asked: str | None,
    words: Mapping[S, Message],
    tr: Translator,
    also: Mapping[S, tuple[str, ...]],
) -> S | None:
    """Return the one kind that is asked for, by its value or by a word for it; None where nothing is.

    The word may be the council's own, the reader's, the usual Japanese one, or one that is ``also`` said.

    Raises:
        UserError: there is no such kind; the message says which there are, in the reader's language.
    """
    from shakyo_plan.language import Translator

    if asked is None:
        return None
    japanese = Translator("ja")
    for kind, word in words.items():
        names = (kind.value, tr(word), japanese(word), *also.get(kind, ()))
        if plain_name(asked).removesuffix("別") in map(plain_name, names):
            return kind
    raise _no_choice(option, asked, {tr(word): kind for kind, word in words.items()}, tr)


def chosen_kinds(
    option: str,
    given: Iterable[str] | None,
    words: Mapping[S, Message],
    tr: Translator,
    also: Mapping[S, tuple[str, ...]],
) -> tuple[S, ...]:
    """Return the kinds that are asked for, each as `chosen_kind` takes it.

    Raises:
        UserError: there is no such kind; the message says which there are, in the reader's language.
    """
    found = (chosen_kind(option, asked, words, tr, also) for asked in words_in(given))
    return tuple(dict.fromkeys(kind for kind in found if kind is not None))


def chosen_word(option: Value, asked: str, words: Mapping[S, tuple[str, ...]], tr: Translator) -> S:
    """Return the one choice that is asked for.

    Raises:
        UserError: there is no such choice; the message says which there are.
    """
    wanted = plain_name(asked).replace("-", "_")
    for choice, called in words.items():
        if wanted in (choice.value, *map(plain_name, called)):
            return choice
    raise _no_choice(option, asked, _shown(words, tr), tr)


def no_word(
    option: Value, command: str, words: Mapping[S, tuple[str, ...]], tr: Translator
) -> UserError:
    """Return the error where a choice has to be made and none was."""
    return UserError(
        say("Missing {parameter} after “{command}”", parameter=option, command=command),
        say("Possible values: {choices}", choices=_possible(_shown(words, tr), tr)),
    )


def _shown(words: Mapping[S, tuple[str, ...]], tr: Translator) -> dict[str, S]:
    """Return the choices by what the reader calls them."""
    japanese = tr.language == "ja"
    return {called[0] if japanese else choice.value: choice for choice, called in words.items()}


def _possible(choices: dict[str, S], tr: Translator) -> tuple[str, ...]:
    return tuple(tr(with_word(choice.value, word)) for word, choice in choices.items())


def chosen_months(given: Iterable[str] | None) -> tuple[int, ...]:
    """Return the months that are asked for, 1 to 12; none where nothing is.

    Raises:
        UserError: there is no such month.
    """
    months: dict[int, None] = {}
    for asked in words_in(given):
        month = _month(asked)
        if month is None:
            raise UserError(
                say("Invalid value “{given}” for {parameter}", parameter="--month", given=asked),
                say("Write a month, 1 to 12, such as 11 or 11月"),
            )
        months[month] = None
    return tuple(months)


def chosen_number(option: str, given: str | None) -> int | None:
    """Return the number that is asked for: 2 for 2, ２, Ⅱ and 基本目標2; None where nothing is asked.

    Raises:
        UserError: it names no number.
    """
    if given is None:
        return None
    plain = unicodedata.normalize("NFKC", given)
    written = _NAMED_NUMBER.fullmatch(plain)
    if written is None:
        if (roman := _ROMAN_AT_THE_END.search(plain)) and (number := roman_number(roman[0])):
            return number
        raise UserError(
            say("{parameter} takes a number, not “{given}”", parameter=option, given=given),
            say("For example: {example}", example=f"{option} 1"),
        )
    return int(written[1])


def chosen_id(given: str | None) -> str | None:
    """Return the id that is asked for without words around it: 1-5 for 基本計画1-5."""
    if given is None:
        return None
    written = _NAMED_ID.fullmatch(given.strip())
    return written[1] if written else given


def words_in(given: Iterable[str] | None) -> Iterator[str]:
    """Yield the words of an option that was given several times, or as a list with commas."""
    for value in given or ():
        yield from (word.strip() for word in _BETWEEN.split(value) if word.strip())


def _month(asked: str) -> int | None:
    if asked[:_LETTERS_OF_A_MONTH].lower() in _ENGLISH_MONTHS and asked.isascii():
        return _ENGLISH_MONTHS.index(asked[:_LETTERS_OF_A_MONTH].lower()) + 1
    written = _MONTH.fullmatch(asked)
    if written is None:
        return None
    try:
        month = number(written[1])
    except ValueError:
        return None
    return month if 1 <= month <= 12 else None


def _no_choice(option: Value, asked: str, choices: dict[str, S], tr: Translator) -> UserError:
    message = say("Invalid value “{given}” for {parameter}", parameter=option, given=asked)
    possible = _possible(choices, tr)
    near = nearest(asked, [*choices, *(choice.value for choice in choices.values())], 1)
    if near:
        return UserError(
            message,
            say(
                "Did you mean “{nearest}”? Possible values: {choices}",
                nearest=near[0],
                choices=possible,
            ),
        )
    return UserError(message, say("Possible values: {choices}", choices=possible))
