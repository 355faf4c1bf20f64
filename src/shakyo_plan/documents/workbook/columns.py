"""The columns of the workbook: what each shows of a program, and how what is typed there is read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import Any, NamedTuple

from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say
from shakyo_plan.model import Commission, Indicator, Program, Status
from shakyo_plan.model.fields import Field, FieldKind, field_of, fields_of
from shakyo_plan.model.spoken import spoken_choice
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern

KEY = "キー"
"""The head of the hidden column that tells which row is which, however they are sorted."""


class Form(Enum):
    """How the value of a key is put into a cell."""

    TEXT = auto()
    TEXTS = auto()
    """A list, a line each."""
    CHOICE = auto()
    NUMBER = auto()
    AMOUNT = auto()
    FUNDING = auto()
    """A list of sources with amounts, a line each: 補助金：40千円."""
    ONLY_SHOWN = auto()
    """What has no room in a cell, and is changed in the plan file."""


class ProgramColumn(NamedTuple):
    """A column of the sheet of programs: a key of the format, its head, its width in letters."""

    key: str
    head: str
    form: Form
    width: int
    field: Field


_FIRST = (
    *("name", "status", "district", "commissioned_by", "schedule", "budget", "funding"),
    *("department", "target", "purpose", "content", "follow_up", "notes"),
)
"""The order that planners read in; other keys follow in the order of the schema."""
_WIDTHS = {
    **{"name": 32, "status": 8, "district": 10, "commissioned_by": 11, "schedule": 15},
    **{"budget": 13, "department": 13, "target": 13, "purpose": 32, "content": 32},
    **{"follow_up": 24, "aliases": 22, "formerly": 22, "distinct_from": 22},
}
_OTHER_WIDTH = 18
_FORMS = {"budget": Form.AMOUNT, "funding": Form.FUNDING}
_FORMS_OF_KINDS = {
    FieldKind.TEXT: Form.TEXT,
    FieldKind.TEXTS: Form.TEXTS,
    FieldKind.CHOICE: Form.CHOICE,
    FieldKind.NUMBER: Form.NUMBER,
    FieldKind.YEAR: Form.NUMBER,
}


def _program_columns() -> tuple[ProgramColumn, ...]:
    fields = {field.key: field for field in fields_of(Program)}
    return tuple(
        ProgramColumn(
            key,
            fields[key].title,
            _FORMS.get(key) or _FORMS_OF_KINDS.get(fields[key].kind, Form.ONLY_SHOWN),
            _WIDTHS.get(key, _OTHER_WIDTH),
            fields[key],
        )
        for key in dict.fromkeys((*_FIRST, *fields))
    )


PROGRAM_COLUMNS = _program_columns()
NAME = PROGRAM_COLUMNS[0]

_CHOICES: Mapping[str, type[StrEnum]] = {"status": Status, "commissioned_by": Commission}
_JAPANESE = Translator("ja")
_BARE_NUMBER = lazy_pattern(r"[\d０-９,，.．]+")
_BETWEEN = "："
_FUNDING = lazy_pattern(r"(?P<source>.*\S)\s*[：:]\s*(?P<amount>[^：:]*[^：:\s])")


class Unreadable(Exception):
    """What stands in a cell cannot become the value of its column."""

    def __init__(self, reason: Message) -> None:
        """Hold why."""
        super().__init__(str(reason))
        self.reason = reason


def shown(column: ProgramColumn, value: Any) -> str:
    """Return what a cell shows for a value of the plan file; None is a key that is not there."""
    match column.form:
        case Form.CHOICE:
            known = value or (Status.CONTINUED if column.key == "status" else None)
            return _JAPANESE(_word(column, known)) if known else ""
        case Form.FUNDING:
            return "\n".join(f"{part['source']}{_BETWEEN}{part['amount']}" for part in value or ())
        case Form.ONLY_SHOWN:
            return "\n".join(map(_record_words, value or ()))
        case _ if isinstance(value, list):
            return "\n".join(map(str, value))
        case _:
            return "" if value is None else str(value).removesuffix("\n")


def read(column: ProgramColumn, text: str) -> Any:
    """Return the value that a cell's text means, or None where its key is to go.

    Raises:
        Unreadable: it means none.
    """
    if not text:
        return None
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    match column.form:
        case Form.CHOICE:
            choice = _choice(column, text)
            return None if choice is Status.CONTINUED else choice.value
        case Form.TEXTS:
            return lines
        case Form.FUNDING:
            return [_funding(line) for line in lines]
        case Form.AMOUNT:
            return _with_unit(text)
        case Form.NUMBER:
            return _number(column, text)
        case Form.ONLY_SHOWN:
            raise Unreadable(say("This has no room in a cell; change it in the plan file"))
        case _ if column.key == "district" and len(lines) > 1:
            return lines
        case _:
            return text


def choices(key: str) -> list[str]:
    """Return the words that a column offers."""
    column = next(column for column in PROGRAM_COLUMNS if column.key == key)
    return [shown(column, choice.value) for choice in _CHOICES[key]]


def _word(column: ProgramColumn, value: str) -> Message:
    kind = _CHOICES.get(column.key)
    if kind is Status:
        return status_word(Status(value))
    return commission_word(Commission(value)) if kind is Commission else say(value)


def _words_for(column: ProgramColumn, value: str) -> tuple[str, str]:
    """Return the word that is offered for a value, and its short form: 町受託, 町."""
    word = _JAPANESE(_word(column, value))
    return word, word.removesuffix("受託")


def _choice(column: ProgramColumn, text: str) -> StrEnum:
    kind = _CHOICES[column.key]
    found = next((choice for choice in kind if text in _words_for(column, choice.value)), None)
    if found := found or spoken_choice(kind, text):
        return found
    raise Unreadable(
        say("“{text}” is none of: {known}", text=text, known=tuple(choices(column.key)))
    )


def _number(column: ProgramColumn, text: str) -> int:
    try:
        if column.field.kind is FieldKind.YEAR:
            return FiscalYear.parse(text).number
        return int(text)
    except ValueError:
        raise Unreadable(say("“{text}” is no whole number or year", text=text)) from None


def _record_words(record: Any) -> str:
    """Return a record in words: the values of its keys, one after the other."""
    if isinstance(record, dict):
        titles = {key: field_of(Indicator, key).title for key in ("baseline", "target")}
        found = ((titles.get(key), _record_words(value)) for key, value in record.items())
        return " ".join(f"{title} {words}" if title else words for title, words in found if words)
    return "" if record is None else str(record)


def _funding(line: str) -> dict[str, str]:
    written = _FUNDING.fullmatch(line.strip())
    if written is None:
        raise Unreadable(
            say(
                "“{line}” is no source with an amount; write 補助金：40千円, a line each", line=line
            )
        )
    return {"source": written["source"], "amount": _with_unit(written["amount"])}


def _with_unit(text: str) -> str:
    if _BARE_NUMBER.fullmatch(text):
        raise Unreadable(
            say("“{text}” has no unit; write 69千円 or 69,000円, for example", text=text)
        )
    return text


def as_number(column: ProgramColumn, number: float) -> str:
    """Return the text of a number that Excel made of what was typed.

    Raises:
        Unreadable: it would need a unit, or is no whole number, whose text is not known.
    """
    if column.form in (Form.AMOUNT, Form.FUNDING):
        _with_unit(f"{number:g}")
    if number != int(number):
        raise Unreadable(say("This is a number; type it as text"))
    return str(int(number))
