"""How a council lays its plan out: learnt from the document, or told in its settings (``[import]``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shakyo_plan.documents.outline.levels import Role
from shakyo_plan.documents.outline.parts import WORDS, Part


@dataclass(frozen=True)
class Convention:
    """What recognition goes by; the defaults are those of every council."""

    part_words: Mapping[Part, Sequence[str]] = field(default_factory=lambda: WORDS)
    """The words of the headings of each part."""
    roles: dict[str, Role] = field(default_factory=dict)
    """What a kind of number or a word before numbers stands for, where a person settled it."""
    districts: tuple[str, ...] = ()
