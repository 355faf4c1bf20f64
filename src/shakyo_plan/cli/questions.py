"""Questions to the person at the terminal; through a pipe, nobody is there to answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from shakyo_plan.cli.session import Session, is_terminal
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.values.name import plain_name

T = TypeVar("T")

_YES = frozenset({"y", "yes", "はい", "うん", "ええ", "ok", "する", "ある", "あり"})
_NO = frozenset({"n", "no", "いいえ", "いえ", "しない", "ない", "なし"})


def can_ask() -> bool:
    """Whether somebody is there who can read a question and answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def ask(question: Message, read: Callable[[str], T], session: Session, usual: str = "") -> T:
    """Return the answer as it is read; what cannot be read is told, and asked again.

    ``read`` gets the words without blanks around them, and raises `UserError` for what it does not
    understand. ``usual`` is what no words at all mean.

    Raises:
        typer.Abort: the person gave up, by Ctrl-C or the end of the input.
    """
    hint = session.tr(say(" [{usual}]", usual=usual)) if usual else ""
    while True:
        answer: str = typer.prompt(f"{session.tr(question)}{hint}", default="", show_default=False)
        try:
            return read(answer.strip() or usual)
        except UserError as error:
            session.fail(error)


def yes_or_no(answer: str) -> bool:
    """Read yes or no, as people type it: y, ｙ, はい, いいえ.

    Raises:
        UserError: it is neither.
    """
    word = plain_name(answer)
    if word in _YES or word in _NO:
        return word in _YES
    raise UserError(
        say("“{answer}” is neither yes nor no", answer=answer), say("Answer with yes or no (y, n)")
    )
