"""What stands in a list of main programs: citations, and groups of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from shakyo_plan.model.reading import Data, each, place_field, words
from shakyo_plan.values.data_path import DataPath


@dataclass(frozen=True)
class Citation:
    """A program's name where a list cites it (主な事業)."""

    name: str
    place: DataPath = place_field()


@dataclass(frozen=True)
class ProgramGroup:
    """The printed 各種事業の開催（…等）: its words, its examples, and the programs nested under it."""

    group: str
    examples: tuple[str, ...] = ()
    programs: tuple[Citation, ...] = ()
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> ProgramGroup:
        """Make one from a map of the file."""
        return cls(
            data["group"], words(data, "examples"), each(Citation, data, "programs", place), place
        )

    @property
    def heading(self) -> str:
        """The group as printed, ``各種事業の開催（介護予防教室・介護技術講座等）``."""
        return f"{self.group}（{'・'.join(self.examples)}等）" if self.examples else self.group


ListedProgram: TypeAlias = Citation | ProgramGroup


def listed_program(data: str | Data, place: DataPath) -> ListedProgram:
    """Make what a list entry is: a text is a citation, a map a group."""
    return Citation(data, place) if isinstance(data, str) else ProgramGroup.read(data, place)


def cited(programs: tuple[ListedProgram, ...]) -> Iterator[tuple[Citation, ProgramGroup | None]]:
    """Yield each citation of a list in printed order, with the group that it is nested in."""
    for listed in programs:
        if isinstance(listed, Citation):
            yield listed, None
        else:
            for citation in listed.programs:
                yield citation, listed
