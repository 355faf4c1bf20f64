"""What to write instead of a value that the schema refuses: the lines as they should stand.

No advice makes one entry of several that a person wrote: what stands in lines stays in lines.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Any

from shakyo_plan.diagnostic import Span
from shakyo_plan.message import Message, say, with_word
from shakyo_plan.model import Commission, Labels, Status, terms
from shakyo_plan.model.spoken import spoken_choice
from shakyo_plan.model.words import COMMISSION, STATUS
from shakyo_plan.source.document import Document
from shakyo_plan.source.line_slips import quoted, slip_in, without_bullet
from shakyo_plan.source.schema.shape import fits
from shakyo_plan.values.data_path import DataPath, value_at
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.numerals import DIGITS, number

_BRACKETS = "[]【】［］〔〕「」"
_BETWEEN = lazy_pattern("[、，,]")
_SPACES = lazy_pattern("[ 　]+")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_A_NUMBER = rf"[0-9]{{1,6}}|[{DIGITS}十]{{1,3}}|(?<![A-Za-z])[IVX]{{1,4}}(?![A-Za-z])"
_NUMBERS = lazy_pattern(_A_NUMBER)
_ONE_NUMBER = lazy_pattern(rf"第?[(]?(?P<number>{_A_NUMBER})[).]?")
_KIND_IN = {"goals": "goal", "priorities": "priority", "management": "management"}
"""The key of ``labels`` for the parts in a list, whose word may stand before their number."""
_AROUND = lazy_pattern("(?:から|より|の|へ|に)*(?:受託|委託|補助)?(?:事業|中|する|予定)*$")
_NOTHING = ("なし", "無し", "無", "－", "ー", "―", "-", "特になし", "該当なし")
_IN_A_LINE = ("schedule", "budget", "amount", "target", "department", "venue", "capacity")
_JOINT = "・"
_AMOUNTS = ("budget", "amount", "income_total", "expenses_total")
_KINDS: dict[frozenset[str], type[Status | Commission]] = {
    frozenset(choice.value for choice in kind): kind for kind in (Status, Commission)
}
_WORDS = {choice.value: word for choice, word in (*STATUS.items(), *COMMISSION.items())}


def instead(
    wanted: str, value: Any, place: DataPath, part: dict[str, Any], document: Document
) -> Message | None:
    """Return how to write a value of another type as what is wanted: a JSON type; None for no advice."""
    span = document.span(place)
    match wanted, value:
        case "string", list() if "enum" in part:
            return possible(dict(zip(part["enum"], part["enumDescriptions"], strict=True)))
        case "string", list() if _fits_a_line(value, place, document):
            return say("Write “{key}: {text}”", key=str(place[-1]), text="、".join(map(str, value)))
        case "string", bool() | int() | float():
            return _text_for_number(_written(document, span), place, part, document)
        case "string", list():
            return say(
                "For a text of several lines write “{key}: |”, and the lines below it without “- ”, "
                "indented as they are",
                key=str(place[-1]),
            )
        case "string", dict():
            return _text_for_map(span, document)
        case "integer", str() | float():
            return _number_for_text(value, place, part, document)
        case "array", dict():
            first = document.lines[span.start.line - 1].strip()
            return say("Begin each entry with “- ”: {line}", line=f"- {first}")
        case "array", str() if value.strip() in _NOTHING:
            return say(
                "Where there are none, delete the line “{line}”", line=f"{place[-1]}: {value}"
            )
        case "array", str():
            return _list_for_text(value, place, document)
        case "object", str() if slip := slip_in(document.lines[span.start.line - 1]):
            return slip.advice
        case "object", str() if "name" in part.get("properties", ()):
            return say("Write it as “- name: {value}”, with its other keys below", value=value)
    return None


def _fits_a_line(value: list[Any], place: DataPath, document: Document) -> bool:
    """Whether a list is short words on the way to one text: in the key's own line, or months, amounts."""
    plain = all(isinstance(member, (str, int, float)) for member in value)
    in_line = document.span(place).start.line == document.key_span(place).start.line
    return plain and bool(value) and (in_line or place[-1] in _IN_A_LINE)


def _text_for_map(span: Span, document: Document) -> Message:
    line = document.lines[span.start.line - 1].rstrip()
    written = line[span.start.column - 1 :]
    if (
        span.end.line > span.start.line
        and document.lines[span.end.line - 1][: span.end.column - 1].strip()
    ):
        return say("If the text contains a colon, put the whole text in quotes")
    return say(
        "Write the whole line like this: {line}",
        line=f"{line[: span.start.column - 1].lstrip()}{quoted(written)}",
    )


def _written(document: Document, span: Span) -> str:
    return document.lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]


def _text_for_number(
    written: str, place: DataPath, part: dict[str, Any], document: Document
) -> Message:
    key = place[-1]
    if key == "schedule" and written.isdigit() and 1 <= int(written) <= 12:
        return say("Write the month: {month}月", month=written)
    if key in _AMOUNTS:
        return say("Write the unit too: {number}千円, or {number}円 if it is yen", number=written)
    if key == "id" and "pattern" in part and (meant := _plan_id(written, place, document)):
        return say(
            "Write the number of the {goal}, a hyphen and its own number: {id}",
            goal=terms.GOAL,
            id=meant,
        )
    return say('Put it in quotes: "{value}"', value=written)


def _plan_id(written: str, place: DataPath, document: Document) -> str | None:
    """Return the id of a basic plan that 1.1, or 11 under goal 1, was to be."""
    goal, point, number = written.partition(".")
    if point and goal.isdigit() and number.isdigit():
        return f"{goal}-{number}"
    goal = _goal_above(place, document)
    if goal and written.startswith(goal) and written.isdigit() and len(written) > len(goal):
        return f"{goal}-{written[len(goal) :]}"
    return None


def _number_for_text(
    value: str | float, place: DataPath, part: dict[str, Any], document: Document
) -> Message:
    meant = number_meant(value, place, part, document)
    if meant is not None:
        return say("Write {number}", number=meant)
    if _is_year(part):
        return say("Write a year of the western calendar, such as 2024")
    return say("Write a number from 1 up")


def number_meant(
    value: object, place: DataPath, part: dict[str, Any], document: Document
) -> int | None:
    """Return the whole number that another way to write one means: 2 for 2.0, "２", ②, 基本目標2.

    None where the text says anything else too, or the schema would refuse the number.
    """
    if isinstance(value, float):
        meant = int(value) if value.is_integer() else None
    else:
        meant = (
            _year(str(value)) if _is_year(part) else _number_of_part(str(value), place, document)
        )
    return meant if meant is not None and fits(part)(meant) else None


def _is_year(part: dict[str, Any]) -> bool:
    """Whether a part of the schema is a year: no other number has an end."""
    return "maximum" in part


def _year(text: str) -> int | None:
    try:
        return FiscalYear.parse(text).number
    except ValueError:
        return None


def _number_of_part(text: str, place: DataPath, document: Document) -> int | None:
    """Return the number that is all of a text, but for the word for the part that bears it."""
    plain = unicodedata.normalize("NFKC", text).strip()
    kind = _KIND_IN.get(str(place[0]))
    for word in (getattr(Labels, kind), Labels.written(document.data).get(kind)) if kind else ():
        plain = plain.removeprefix(unicodedata.normalize("NFKC", word or "")).strip()
    if (found := _ONE_NUMBER.fullmatch(plain)) is None:
        return None
    try:
        return _numbers_in(found["number"])[0]
    except ValueError:
        return None


def _numbers_in(text: str) -> list[int]:
    """Return the small numbers in a text, whatever their digits: 1 and 2 in ①の二, Ⅰ－２.

    Raises:
        ValueError: what looks like a number is none.
    """
    found = _NUMBERS.findall(unicodedata.normalize("NFKC", text))
    return [_ROMAN.index(word) + 1 if word[0] in "IVX" else number(word) for word in found]


def plan_id_for(written: str, place: DataPath, document: Document) -> str | None:
    """Return the id of a basic plan that another way to write one means; None where none is meant."""
    try:
        numbers = _numbers_in(written)
    except ValueError:
        return None
    if place[0] == "plans":
        return str(numbers[0]) if len(numbers) == 1 else None
    if len(numbers) == 2:
        return f"{numbers[0]}-{numbers[1]}"
    goal = _goal_above(place, document)
    return f"{goal}-{numbers[0]}" if goal and len(numbers) == 1 else None


def _goal_above(place: DataPath, document: Document) -> str:
    above = value_at(document.data, place[:2]) if place[0] == "goals" else None
    return str(above.get("id", "")) if isinstance(above, dict) else ""


def _list_for_text(value: str, place: DataPath, document: Document) -> Message:
    span = document.span(place)
    lines = [line.strip() for line in document.lines[span.start.line - 1 : span.end.line]]
    if span.start.line != document.key_span(place).start.line and len(lines) > 1:
        entries = tuple(f"- {_entry(without_bullet(line))}" for line in lines if line)
        return say("Begin each of these lines with “- ”: {lines}", lines=entries)
    if without_bullet(value) != value.strip():
        return say("Write “- {value}”", value=_entry(without_bullet(value)))
    between = _BETWEEN if _BETWEEN.search(value) or place[-1] != "districts" else _SPACES
    names = [name.strip() for name in between.split(value.strip(_BRACKETS + " ")) if name.strip()]
    if len(names) > 1 or value.strip(_BRACKETS) != value:
        return say(
            "Write “{key}: [{names}]”", key=str(place[-1]), names=", ".join(map(_in_list, names))
        )
    if _JOINT in value:
        return say(
            "If these are several, write “{key}: [{names}]”; if it is one name, “{key}: [{value}]”",
            key=str(place[-1]),
            names=", ".join(value.split(_JOINT)),
            value=value,
        )
    return say("Write “{key}: [{names}]”", key=str(place[-1]), names=_in_list(value))


def _entry(text: str) -> str:
    return quoted(text) if re.search(r": |^[\[{!&*>|@`%#-]", text) else text


def _in_list(name: str) -> str:
    return quoted(name) if re.search(r"[][{},:#&*!|>'\"%@`]", name) else name


def spoken(value: object, choices: dict[str, str]) -> str | None:
    """Return the one value that a word means; None where it could be meant otherwise."""
    kind = _KINDS.get(frozenset(choices))
    found = spoken_choice(kind, str(value)) if kind else None
    return found.value if found else None


def choice_for(value: object, choices: dict[str, str]) -> str | None:
    """Return the value for a word that people say for one of the choices; None for none."""
    if kind := _KINDS.get(frozenset(choices)):
        found = spoken_choice(kind, str(value)) or _spoken_in(kind, str(value))
        return found.value if found else None
    return next((known for known, words in choices.items() if words.split("：")[0] == value), None)


def _spoken_in(kind: type[Status | Commission], said: str) -> StrEnum | None:
    """Return what more words than one mean: 継続中, 市から受託, みなと市."""
    word = _AROUND.sub("", said.strip())
    if found := spoken_choice(kind, word):
        return found
    ends = [word[-length:] for length in range(len(word) - 1, 0, -1)] if kind is Commission else []
    return next((found for end in ends if (found := spoken_choice(kind, end))), None)


def possible(choices: dict[str, str]) -> Message:
    """Return which choices there are, each with the word that people know."""
    shown = tuple(
        with_word(choice, say(_WORDS.get(choice, words))) for choice, words in choices.items()
    )
    return say("Possible values: {choices}", choices=shown)
