"""Doubts: what was read, but could have been meant otherwise; each at its spot, with what else it could be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.documents.blocks import Block
from shakyo_plan.message import Message
from shakyo_plan.values.data_path import DataPath


class Code(StrEnum):
    """The kinds of doubts; a code is a promise to scripts, and never means something else."""

    OTHER_SPELLING = "D101"
    """Two spellings were taken for one program."""
    NEARLY_ALIKE = "D102"
    """Two names that are nearly alike were taken for two programs."""
    ODD_LETTER = "D103"
    """A letter that stands nowhere else between these neighbours, where another one does."""
    SPLIT = "D104"
    """An entry was taken for several programs."""
    MAYBE_SPLIT = "D105"
    """An entry was taken for one program, and may be several."""
    SLIPPED = "D106"
    """Letters of one entry stood in its neighbour."""
    JOINED_LINES = "D107"
    """Several lines were taken for one entry."""
    NO_MARK = "D108"
    """A line without number or bullet was taken for an entry."""
    OTHER_END = "D109"
    """An entry does not end as its neighbours do."""
    OPEN_BRACKET = "D110"
    """A bracket is opened and not closed, or the other way round."""
    UNKNOWN_NAME = "D111"
    """Last year's plan does not know the name, but one that is nearly the same."""
    NUMBER_MISSING = "D201"
    """A number of a list is missing."""
    NUMBER_ODD = "D202"
    """A number comes twice, or not in order."""
    ONE_ENTRY = "D203"
    """A list has one entry only."""
    HEADING_MISSING = "D204"
    """Something that the neighbours have under a heading stands under none."""
    HEADING_MISPRINTED = "D205"
    """A heading is nearly one that is known."""
    OTHER_PARENT = "D206"
    """A number names another part than the one that it is under."""
    OTHER_MARK = "D207"
    """A number or bullet is of another kind than those of its neighbours."""
    UNLIKE_NEIGHBOURS = "D208"
    """A part lacks what all its neighbours have."""
    TEXT_IN_LIST = "D209"
    """Running text stands where a list is expected."""
    UNKNOWN_HEADING = "D210"
    """A heading that is not known ends a part; what follows was taken for goals and plans."""
    MARKS_DISAGREE = "D301"
    """The document says two things of a program's status, district or commission."""
    UNKNOWN_BRACKET = "D302"
    """What stands in brackets may be a mark, and was left in the name."""
    UNREADABLE_VALUE = "D303"
    """A schedule, an amount or an indicator cannot be read."""
    OTHER_PLAN = "D304"
    """A program is said to belong to a plan whose list does not have it."""
    OTHER_COLUMN = "D305"
    """A column that the plan file has no key for; its cells were put into the notes."""
    UNPLACED = "D401"
    """Something was found no place for."""
    INVENTED = "D402"
    """The format needs what the document does not say."""


@dataclass(frozen=True)
class Doubt:
    """One doubt."""

    code: Code
    block: Block
    """Where it was printed."""
    printed: str
    recorded: str
    reason: Message
    candidates: tuple[str, ...] = ()
    """What else it could be."""
    place: DataPath | None = None
    """Where it stands in the draft; None where it has no place there."""
