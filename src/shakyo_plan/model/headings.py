"""What stands before the title of a part: the council's word and number, or its number as printed."""

from __future__ import annotations

from collections.abc import Mapping

from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say
from shakyo_plan.model import Numbering, terms
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.numbering import printed_number

_HEADS: Mapping[PartKind, Message] = {
    PartKind.PRIORITY: terms.PRIORITY_HEAD,
    PartKind.GOAL: terms.GOAL_HEAD,
    PartKind.PLAN: terms.PLAN_HEAD,
    PartKind.MANAGEMENT: terms.MANAGEMENT_HEAD,
}


def heading(numbering: Numbering, kind: PartKind, part_id: str | int, tr: Translator) -> str:
    """Return what stands before a part's title: 基本目標 1, or Ⅰ where the council prints that.

    Nothing where the council prints no numbers; a section, and a plan in a list, have no word.
    """
    number = printed_number(numbering, kind, part_id)
    if getattr(numbering, kind.value) or kind not in _HEADS:
        return number
    return tr(say("{part} {id}", part=_HEADS[kind], id=number))


def titled(head: str, title: str, between: str = "  ") -> str:
    """Return a title with what stands before it, if anything does."""
    return f"{head}{between}{title}" if head else title
