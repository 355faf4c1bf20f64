"""What the printed plan tells of programs beside the lists: the new ones, districts', and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.documents.printed.blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Numbering,
    lines,
    paragraphs,
)
from shakyo_plan.documents.printed.words import (
    PrintedWords,
    commission_marks,
    marked,
    place_marks,
    status,
)
from shakyo_plan.model import Plan, Program, Status
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of

_ONE_LINE = 30
"""Letters up to which a fact stands on the line of its heading: （2）実施時期 7月."""
_TEXTS = ("実施内容", "成果の活用", "備考")
"""Facts that are told in sentences, under their headings."""
_NEW = "○"


def new_programs(plan: Plan, words: PrintedWords) -> Iterator[Block]:
    """Yield the new programs of the council as a whole, with all that is known of each."""
    programs = [each for each in plan.registered if _is_new_of_all(each)]
    if not programs:
        return
    yield Heading(2, f"【{words.year}新規事業】")
    for number, program in enumerate(programs, 1):
        name = marked(program.name, commission_marks(program))
        yield Heading(3, name, Numbering.PLAIN, number)
        yield from paragraphs(program.purpose)
        for count, (title, text) in enumerate(program_facts(program), 1):
            short = title not in _TEXTS and len(text) <= _ONE_LINE and "\n" not in text
            yield Heading(4, f"{title}　{text}" if short else title, Numbering.BRACKETS, count)
            if not short:
                yield from paragraphs(text)


def district_programs(plan: Plan, words: PrintedWords) -> Iterator[Block]:
    """Yield the table of what the district councils begin or change."""
    programs = sorted(
        (each for each in plan.registered if _is_changed_of_district(each)),
        key=lambda program: _district_order(plan, program),
    )
    if not programs:
        return
    present = {each.status for each in programs}
    kinds = "・".join(_kind(each, programs) for each in Status if each in present)
    yield Heading(2, f"【各地区協議会の{kinds}事業】")
    # As it is printed: a circle tells what is new, and none the one other kind that the title names.
    only_new = len(present - {Status.NEW}) <= 1
    citations = citations_of(plan)
    yield Grid(
        (
            Column("地区名", 12),
            Column("事業名", 29),
            Column("事業内容（抜粋）", 51),
            Column("新規" if only_new else "区分", 8, centred=True),
        ),
        tuple(
            _district_row(program, citations.get(program.name, NOWHERE), words, only_new=only_new)
            for program in programs
        ),
        merge_first=True,
    )


def other_programs(plan: Plan, words: PrintedWords) -> Iterator[Block]:
    """Yield the table of all that is known of the other programs, and of those that no list cites."""
    citations = citations_of(plan)
    rows = [
        (program, dict(program_facts(program)))
        for program in plan.registered
        if not _is_new_of_all(program) and not _is_changed_of_district(program)
    ]
    rows = [
        (program, facts)
        for program, facts in rows
        if facts or program.purpose or program.name not in citations
    ]
    if not rows:
        return
    yield Heading(1, f"{words.year}事業の内容")
    columns = [each for each in _COLUMNS if any(each.head in facts for _, facts in rows)]
    telling = any(_telling(program, facts) for program, facts in rows)
    about = [Column("実施内容", 40)] if telling else []
    yield Grid(
        (Column("事業名", 28), *about, *columns),
        tuple(
            (
                (marked(program.name, (*place_marks(program), *commission_marks(program))),),
                *([_telling(program, facts)] if about else []),
                *(lines(facts.get(column.head)) for column in columns),
            )
            for program, facts in rows
        ),
    )


_COLUMNS = (Column("対象", 15), Column("実施時期", 16), Column("予算額", 15), Column("担当", 14))
"""Facts of programs that have a column of their own where a table has room."""


def program_facts(program: Program) -> Iterator[tuple[str, str]]:
    """Yield what is known of a program beside its purpose, by the words that plans print for it."""
    told = (
        ("対象", program.target),
        ("実施内容", program.content),
        ("実施時期", program.schedule),
        ("予算額", program.budget),
        ("財源", "、".join(f"{each.source} {each.amount}" for each in program.funding)),
        ("担当", program.department),
        ("成果の活用", program.follow_up),
        ("旧事業名", "、".join(program.formerly)),
        ("備考", program.notes),
    )
    return ((title, text) for title, text in told if text)


def _telling(program: Program, facts: dict[str, str]) -> Cell:
    """Return the cell for all that has no column of its own."""
    own = {column.head for column in _COLUMNS}
    return _told(program, ((title, text) for title, text in facts.items() if title not in own))


def _told(program: Program, facts: Iterable[tuple[str, str]]) -> Cell:
    """Return a program's purpose and content as they are, and its other facts by their titles."""
    told = [*lines(program.purpose)]
    for title, text in facts:
        first, *rest = lines(text)
        told += [first if title == "実施内容" else f"{title}：{first}", *rest]
    return tuple(told)


def _district_row(
    program: Program, citations: Citations, words: PrintedWords, *, only_new: bool
) -> tuple[Cell, ...]:
    cited = tuple(f"【{words.plan} {each}】" for each in citations.plans)
    kind = (_NEW if program.status is Status.NEW else "") if only_new else status(program)
    return (
        ("・".join(program.districts),),
        (marked(program.name, commission_marks(program)), *cited),
        _told(program, program_facts(program)),
        (kind,),
    )


def _kind(kind: Status, programs: Iterable[Program]) -> str:
    return next(status(program) for program in programs if program.status is kind)


def _district_order(plan: Plan, program: Program) -> int:
    districts = plan.council.districts
    first = next(iter(program.districts), "")
    return districts.index(first) if first in districts else len(districts)


def _is_new_of_all(program: Program) -> bool:
    return program.status is Status.NEW and not program.district


def _is_changed_of_district(program: Program) -> bool:
    return program.status is not Status.CONTINUED and bool(program.district)
