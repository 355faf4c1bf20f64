"""Citations that are not the name of a registered program, and what was probably meant by each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from shakyo_plan.likeness import likeness
from shakyo_plan.lint.rules.leftovers import without_leftovers
from shakyo_plan.lint.rules.marks import Marks
from shakyo_plan.lint.rules.names import Names, fold
from shakyo_plan.model import Citation, ListedProgram, Program, ProgramGroup
from shakyo_plan.values.characters import without_odd
from shakyo_plan.values.contrast import contrast
from shakyo_plan.values.lazy_pattern import lazy_pattern

JOINT = lazy_pattern("[・、，,／/]")
_MOST_JOINED = 12
_SURE = 0.75
"""From this likeness on, and with no rival, a name is taken for a misprint of another."""
_CLOSE = 0.65
"""From this likeness on, an entry that nothing cites may be what is cited: one letter of three is wrong."""
_CLEARLY = 0.1
"""By so much the nearest name has to be nearer than the next."""
_LONGEST_BROKEN = 300
"""Letters beyond which two entries are no broken name; every place to cut has to be tried."""


class Broken(NamedTuple):
    """Names that were broken over two neighbouring entries at the wrong letter, or one name in two."""

    first: Citation
    second: Citation
    programs: tuple[Program, ...]


class Joined(NamedTuple):
    """Several programs in one entry, joined by ・ or separated by 、."""

    citation: Citation
    programs: tuple[Program, ...]
    marks_agree: bool = True
    """Whether the entries of the programs have every mark that is written with their names."""


class Marked(NamedTuple):
    """A program's name with marks behind it; the name itself may be another slip."""

    citation: Citation
    marks: Marks
    disagreeing: tuple[tuple[str, Program], ...] = ()
    """The marks that the entries of the programs do not have."""
    programs: tuple[Program, ...] = ()


class OtherName(NamedTuple):
    """A program's alias or former name."""

    citation: Citation
    name: str
    """The name without marks and leftovers."""
    programs: tuple[Program, ...]
    """Several where they all had the name once."""


class OtherNotation(NamedTuple):
    """A name that differs from a program's only in width, spaces or brackets."""

    citation: Citation
    name: str
    """The name without marks and leftovers."""
    programs: tuple[Program]


class Unknown(NamedTuple):
    """None of these: a misprint, or a program that nobody registered."""

    citation: Citation
    name: str
    """The name without marks."""
    near: tuple[str, ...]
    """The names of programs that are most like it, the nearest first."""
    programs: tuple[Program, ...]
    """The one that is clearly meant, if there is one."""


Slip: TypeAlias = Broken | Joined | Marked | OtherName | OtherNotation | Unknown


class Culprit(NamedTuple):
    """A program whose own entry is the slip, if any: nothing cites it, and something close is cited."""

    program: Program
    name: str
    """What is cited instead, and is not registered."""
    citations: tuple[Citation, ...]


def culprits(slips: Iterable[Slip], cited: Collection[str], names: Names) -> Iterator[Culprit]:
    """Yield the entries that are the slip, in the order of their citations.

    ``cited`` are all names that lists cite. An entry is the slip where nothing cites it, and a name
    that is cited and not registered is close to it and to no other such entry, or is it in another
    notation. Where citations disagree, the name that two or more of them have counts; where each has
    another, nothing can be said, and of notation one citation says nothing either.
    """
    citations: dict[str, list[Citation]] = {}
    meant: dict[str, dict[str, None]] = {}
    used = {names.known[name].name for name in cited if name in names.known}
    for slip in slips:
        if not isinstance(slip, Unknown | OtherNotation) or slip.citation.name != slip.name:
            used |= {program.name for program in slip.programs if not isinstance(slip, Unknown)}
            continue
        citations.setdefault(slip.name, []).append(slip.citation)
        if isinstance(slip, OtherNotation):
            entries = [program.name for program in slip.programs if program.name not in used]
        else:
            entries = [
                name for name in slip.near if name not in used and _is_close(slip.name, name, names)
            ]
        if len(entries) == 1:
            meant.setdefault(entries[0], {})[slip.name] = None
    for entry, spellings in meant.items():
        name = max(spellings, key=lambda spelling: len(citations[spelling]))
        agreed = len(citations[name]) > 1
        if entry in used or without_odd(name) != name:
            continue
        if agreed or (len(spellings) == 1 and fold(name) != fold(entry)):
            yield Culprit(names.plan.registry[entry], name, tuple(citations[name]))


def _is_close(name: str, other: str, names: Names) -> bool:
    apart = contrast(name, other, names.plan.council.districts)
    return apart is None and likeness(name, other) >= _CLOSE


def slips_in(listed: Sequence[ListedProgram], names: Names) -> Iterator[Slip]:
    """Yield what a list, with the groups in it, does not cite by its name."""
    number = 0
    while number < len(listed):
        here = listed[number]
        after = listed[number + 1] if number + 1 < len(listed) else None
        number += 1
        if isinstance(here, ProgramGroup):
            yield from slips_in(here.programs, names)
        elif isinstance(after, Citation) and (broken := _broken(here, after, names)):
            yield broken
            number += 1
        elif here.name not in names.plan.registry:
            yield from _alone(here, names)


def _alone(citation: Citation, names: Names) -> Iterator[Slip]:
    name = citation.name
    if name in names.known:
        yield OtherName(citation, name, (names.known[name],))
        return
    if once := names.once_called(name):
        yield OtherName(citation, name, once)
        return
    marks = names.marks.read(name)
    pieces = _joined(name, names)
    program = names.program(marks.bare)
    if not pieces and program is not None:
        pieces = ((name, program),)
    disagreeing = tuple(_disagreeing(pieces, names))
    if marks.written:
        yield Marked(citation, marks, disagreeing, tuple(program for _, program in pieces))
    if len(pieces) > 1:
        yield Joined(citation, tuple(program for _, program in pieces), not disagreeing)
    elif program is None:
        yield _unknown(citation, marks.bare, names)
    else:
        # Leftovers of Word are a finding of their own; this is about the name without them.
        clean = without_leftovers(marks.bare)
        if clean in names.known and clean != program.name:
            yield OtherName(citation, clean, (program,))
        elif clean != program.name:
            yield OtherNotation(citation, clean, (program,))


def _unknown(citation: Citation, name: str, names: Names) -> Unknown:
    near = names.nearest(name)
    programs = list(dict.fromkeys(names.known[other].name for other in near))
    registry = names.plan.registry
    sure = bool(near) and likeness(name, near[0]) >= _SURE
    if sure and contrast(name, near[0], names.plan.council.districts):
        sure = False  # 女の料理教室 is no misprint of 男の料理教室
    rival = next((other for other in near if names.known[other].name != programs[0]), None)
    if rival is not None and likeness(name, rival) > likeness(name, near[0]) - _CLEARLY:
        sure = False
    meant = (registry[programs[0]],) if sure else ()
    return Unknown(citation, name, tuple(programs), meant)


def _disagreeing(
    pieces: tuple[tuple[str, Program], ...], names: Names
) -> Iterator[tuple[str, Program]]:
    for written, program in pieces:
        for mark in names.marks.read(written).disagreeing(program):
            yield mark, program


def _broken(first: Citation, second: Citation, names: Names) -> Broken | None:
    registry = names.plan.registry
    if first.name in registry and second.name in registry:
        return None
    known = [names.program(citation.name) is not None for citation in (first, second)]
    # A name is longer than its half: two whole names, or entries that join programs, are not broken.
    if all(known) or any(_joined(half.name, names) for half in (first, second)):
        return None
    written = first.name + second.name
    if len(written) > _LONGEST_BROKEN:
        return None
    if whole := names.program(written):
        return Broken(first, second, (whole,))
    if any(known):
        return None
    programs = names.cut(written)
    return Broken(first, second, programs) if programs else None


def _joined(name: str, names: Names) -> tuple[tuple[str, Program], ...]:
    """Take a text apart into names joined by ・ or 、, each as written and with the program that it means.

    A name with ・ in it stays whole: the longest registered piece counts.
    """
    joints = tuple(JOINT.finditer(name))
    starts = (0, *(joint.end() for joint in joints))
    ends = (*(joint.start() for joint in joints), len(name))
    if not 2 <= len(starts) <= _MOST_JOINED:
        return ()
    found: dict[int, tuple[tuple[str, Program], ...]] = {len(starts): ()}
    for start in range(len(starts) - 1, -1, -1):
        for end in range(len(starts), start, -1):
            if end not in found:
                continue
            written = name[starts[start] : ends[end - 1]].strip()
            if program := names.program(names.marks.read(written).bare):
                found[start] = ((written, program), *found[end])
                break
    whole = found.get(0, ())
    return whole if len(whole) > 1 else ()
