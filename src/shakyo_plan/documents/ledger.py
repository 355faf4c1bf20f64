"""The ledger: what became of each block. None is swallowed: recorded + skipped + unplaced make up all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shakyo_plan.documents.blocks import Block
from shakyo_plan.message import translatable
from shakyo_plan.values.data_path import DataPath


class Skipped(StrEnum):
    """Why a block is no part of the plan."""

    PAGE_HEAD = "page_head"
    PAGE_NUMBER = "page_number"
    CONTENTS = "contents"
    TABLE_HEAD = "table_head"
    LEGEND = "legend"
    """What signs mean: read, and told as a doubt."""
    HEADING = "heading"
    """The heading of a part: the plan file has a key for it, or the year or the council's words."""


SKIPPED = {
    Skipped.PAGE_HEAD: translatable("head of a page"),
    Skipped.PAGE_NUMBER: translatable("page number"),
    Skipped.CONTENTS: translatable("contents"),
    Skipped.TABLE_HEAD: translatable("head of a table"),
    Skipped.LEGEND: translatable("legend of signs"),
    Skipped.HEADING: translatable("heading of a part"),
}


@dataclass(frozen=True)
class Ledger:
    """What became of the blocks of one file."""

    blocks: tuple[Block, ...]
    recorded: Mapping[int, DataPath]
    """Where each recorded block stands in the draft, by its number."""
    skipped: Mapping[int, Skipped]
    has_parts: bool = True
    """Whether a goal, plan, priority or program came of the blocks: without any, running text is no plan."""

    @property
    def unplaced(self) -> tuple[Block, ...]:
        """The blocks that nobody found a place for, in reading order."""
        return tuple(
            block
            for block in self.blocks
            if block.number not in self.recorded and block.number not in self.skipped
        )

    @property
    def counts(self) -> Mapping[str, int]:
        """How many blocks there are, and how many of them had which fate."""
        return {
            "total": len(self.blocks),
            "recorded": len(self.recorded),
            "skipped": len(self.skipped),
            "unplaced": len(self.unplaced),
        }

    @property
    def share_placed(self) -> float:
        """How much of the plan found its place, from 0 to 1; what is no part of it does not count."""
        wanted = len(self.blocks) - len(self.skipped)
        return len(self.recorded) / wanted if wanted and self.has_parts else 0.0


def ledger_of(
    blocks: Iterable[Block],
    places: Mapping[int, DataPath],
    skipped: Mapping[int, Skipped],
    *,
    has_parts: bool = True,
) -> Ledger:
    """Return the ledger; what is recorded counts as that, whatever else it is."""
    blocks = tuple(blocks)
    known = {block.number for block in blocks}
    recorded = {number: place for number, place in places.items() if number in known}
    left = {
        number: reason
        for number, reason in skipped.items()
        if number in known and number not in recorded
    }
    return Ledger(blocks, recorded, left, has_parts)
