"""The programs of a part, as a list of its card: in printed order, groups as headings."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import Named
from shakyo_plan.lookup.programs.filtering import ProgramRow
from shakyo_plan.message import say
from shakyo_plan.model import BasicPlan, ProgramGroup, terms
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.words import marks_of, priority_words, with_marks
from shakyo_plan.output.card import CardEntry, CardList


def programs_of(rows: tuple[ProgramRow, ...], hit: Named | None, tr: Translator) -> CardList:
    """Return programs with their marks; the printed list of the part asked for keeps its groups."""
    of_priority = hit is not None and hit.kind is PartKind.PRIORITY
    term = terms.PRIORITY_PROGRAMS if of_priority else terms.MAIN_PROGRAMS
    return CardList(f"{tr(term)} ({len(rows)})", tuple(_listed(rows, hit, tr)))


def _listed(rows: tuple[ProgramRow, ...], hit: Named | None, tr: Translator) -> Iterator[CardEntry]:
    part = hit.part if hit else None
    printed = part.listed if isinstance(part, BasicPlan) else getattr(part, "programs", ())
    if not rows and not printed:
        yield CardEntry(tr(say("none")))
    if not printed:
        yield from (_item(row, tr) for row in rows)
        return
    by_name = {row.name: row for row in rows}
    for listed in printed:
        if isinstance(listed, ProgramGroup):
            yield CardEntry(listed.heading)
            for citation in listed.programs:
                yield _item(by_name[citation.name], tr, depth=1)
        else:
            yield _item(by_name[listed.name], tr)


def _item(row: ProgramRow, tr: Translator, depth: int = 0) -> CardEntry:
    program, priorities = row.program, row.citations.priorities
    notes = [program.schedule] if program.schedule else []
    if priorities:
        notes.append(priority_words(priorities, tr))
    return CardEntry(with_marks(program.name, marks_of(program, tr), tr), "、".join(notes), depth)
