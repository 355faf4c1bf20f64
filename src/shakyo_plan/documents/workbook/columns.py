"""The columns of the workbook: what each shows of a program, and how what is typed there is read."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Any, NamedTuple

from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say
from shakyo_plan.model import Commission, Status
from shakyo_plan.model.words import commission_word, status_word

KEY = "キー"
"""The head of the hidden column that tells which row is which, however they are sorted."""


class Form(Enum):
    """How the value of a key is put into a cell."""

    TEXT = auto()
    NAMES = auto()
    """A list, a line each."""
    STATUS = auto()
    COMMISSION = auto()
    AMOUNT = auto()
    FUNDING = auto()
    """A list of sources with amounts, a line each: 補助金：40千円."""


class ProgramColumn(NamedTuple):
    """A column of the sheet of programs: a key of the format, its head, its width in letters."""

    key: str
    head: str
    form: Form
    width: int


PROGRAM_COLUMNS = (
    ProgramColumn("name", "事業名", Form.TEXT, 32),
    ProgramColumn("status", "区分", Form.STATUS, 8),
    ProgramColumn("district", "地区", Form.TEXT, 10),
    ProgramColumn("commissioned_by", "委託元", Form.COMMISSION, 11),
    ProgramColumn("schedule", "実施時期", Form.TEXT, 15),
    ProgramColumn("budget", "予算額", Form.AMOUNT, 13),
    ProgramColumn("funding", "財源の内訳", Form.FUNDING, 18),
    ProgramColumn("department", "担当", Form.TEXT, 13),
    ProgramColumn("target", "対象", Form.TEXT, 13),
    ProgramColumn("purpose", "目的", Form.TEXT, 32),
    ProgramColumn("content", "実施内容", Form.TEXT, 32),
    ProgramColumn("follow_up", "成果の活用", Form.TEXT, 24),
    ProgramColumn("notes", "備考", Form.TEXT, 18),
    ProgramColumn("aliases", "別名", Form.NAMES, 22),
    ProgramColumn("formerly", "旧名", Form.NAMES, 22),
    ProgramColumn("distinct_from", "別の事業", Form.NAMES, 22),
)
NAME = PROGRAM_COLUMNS[0]

_JAPANESE, _ENGLISH = Translator("ja"), Translator("en")
_BARE_NUMBER = re.compile(r"[\d０-９,，.．]+")
_BETWEEN = "："
_FUNDING = re.compile(r"(?P<source>.*\S)\s*[：:]\s*(?P<amount>[^：:]*[^：:\s])")


class Unreadable(Exception):
    """What stands in a cell cannot become the value of its column."""

    def __init__(self, reason: Message) -> None:
        """Hold why."""
        super().__init__(str(reason))
        self.reason = reason


def shown(column: ProgramColumn, value: Any) -> str:
    """Return what a cell shows for a value of the plan file; None is a key that is not there."""
    match column.form:
        case Form.STATUS:
            return _JAPANESE(status_word(Status(value or Status.CONTINUED)))
        case Form.COMMISSION:
            return _JAPANESE(commission_word(Commission(value))) if value else ""
        case Form.NAMES:
            return "\n".join(value or ())
        case Form.FUNDING:
            return "\n".join(f"{each['source']}{_BETWEEN}{each['amount']}" for each in value or ())
        case _:
            return str(value or "").removesuffix("\n")


def read(column: ProgramColumn, text: str) -> Any:
    """Return the value that a cell's text means, or None where its key is to go.

    Raises:
        Unreadable: it means none.
    """
    if not text:
        return None
    match column.form:
        case Form.STATUS:
            status = _choice(text, {status_word(each): each for each in Status})
            return None if status is Status.CONTINUED else status.value
        case Form.COMMISSION:
            return _choice(text, {commission_word(each): each for each in Commission}).value
        case Form.NAMES:
            return [line.strip() for line in text.split("\n") if line.strip()] or None
        case Form.FUNDING:
            return [_funding(line) for line in text.split("\n") if line.strip()] or None
        case Form.AMOUNT:
            return _with_unit(text)
        case _:
            return text


def _choice(text: str, words: dict[Message, Any]) -> Any:
    for word, value in words.items():
        if text in (_JAPANESE(word), _ENGLISH(word), value.value):
            return value
    known = tuple(_JAPANESE(word) for word in words)
    raise Unreadable(say("“{text}” is none of: {known}", text=text, known=known))


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


def choices(key: str) -> list[str]:
    """Return the words that a column of statuses or commissions offers."""
    values: type[Status | Commission] = Status if key == "status" else Commission
    column = next(each for each in PROGRAM_COLUMNS if each.key == key)
    return [shown(column, each.value) for each in values]
