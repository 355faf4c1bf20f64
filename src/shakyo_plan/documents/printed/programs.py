"""What the printed plan tells of programs beside the lists: the new ones, districts', and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shakyo_plan.documents.printed.blocks import (
    Alignment,
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
    printed_value,
    status,
)
from shakyo_plan.model import Plan, Program, Status
from shakyo_plan.model.citations import NOWHERE, Citations, citations_of
from shakyo_plan.model.fields import Field, field_of, fields_of

_ONE_LINE = 30
"""Letters up to which a fact stands on the line of its heading: （2）実施時期 7月."""
_NEW = "○"


def new_programs(plan: Plan, words: PrintedWords) -> Iterator[Block]:
    """Yield the new programs of the council as a whole, with all that is known of each."""
    programs = [program for program in plan.registered if _is_new_of_all(program)]
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
        (program for program in plan.registered if _is_changed_of_district(program)),
        key=lambda program: _district_order(plan, program),
    )
    if not programs:
        return
    present = {program.status for program in programs}
    kinds = "・".join(_kind(kind, programs) for kind in Status if kind in present)
    yield Heading(2, f"【各地区協議会の{kinds}事業】")
    # As it is printed: a circle tells what is new, and none the one other kind that the title names.
    only_new = len(present - {Status.NEW}) <= 1
    citations = citations_of(plan)
    yield Grid(
        (
            Column("地区名", 12),
            Column("事業名", 29),
            Column("事業内容（抜粋）", 51),
            Column("新規" if only_new else "区分", 8, Alignment.CENTER),
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
    columns = [column for column in _COLUMNS if any(column.head in facts for _, facts in rows)]
    telling = any(_telling(program, facts) for program, facts in rows)
    about = [Column(_CONTENT, 40)] if telling else []
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


_IN_ORDER = (
    *("target", "content", "schedule", "venue", "capacity", "partners"),
    *("budget", "funding", "department", "follow_up", "formerly"),
)
"""The keys that are told first, in the order that plans print them; then all others."""
_TOLD_ELSEWHERE = (
    *("name", "purpose"),
    *("status", "district", "commissioned_by", "tags"),  # marks, and columns of tables
    *("aliases", "distinct_from"),  # for this tool, not for readers of the plan
)
_TITLES = {"target": "対象", "funding": "財源", "formerly": "旧事業名"}


def _told_fields() -> tuple[Field, ...]:
    fields = {field.key: field for field in fields_of(Program)}
    order = dict.fromkeys((*_IN_ORDER, *(key for key in fields if key != "notes"), "notes"))
    return tuple(fields[key] for key in order if key not in _TOLD_ELSEWHERE)


def _title(key: str) -> str:
    return _TITLES.get(key) or field_of(Program, key).title


_TOLD = _told_fields()
_CONTENT = _title("content")
_TEXTS = tuple(map(_title, ("content", "follow_up", "notes")))
"""Facts that are told in sentences, under their headings."""
_COLUMNS = (
    *(Column(_title("target"), 15), Column(_title("schedule"), 16)),
    *(Column(_title("budget"), 23, Alignment.RIGHT), Column(_title("department"), 14)),
)
"""Facts of programs that have a column of their own where a table has room."""


def program_facts(program: Program) -> Iterator[tuple[str, str]]:
    """Yield what is known of a program beside its purpose, by the words that plans print for it."""
    for field in _TOLD:
        if text := printed_value(field, getattr(program, field.key)):
            yield _title(field.key), text


def _telling(program: Program, facts: dict[str, str]) -> Cell:
    """Return the cell for all that has no column of its own."""
    own = {column.head for column in _COLUMNS}
    return _told(program, ((title, text) for title, text in facts.items() if title not in own))


def _told(program: Program, facts: Iterable[tuple[str, str]]) -> Cell:
    """Return a program's purpose and content as they are, and its other facts by their titles."""
    told = [*lines(program.purpose)]
    for title, text in facts:
        first, *rest = lines(text)
        told += [first if title == _CONTENT else f"{title}：{first}", *rest]
    return tuple(told)


def _district_row(
    program: Program, citations: Citations, words: PrintedWords, *, only_new: bool
) -> tuple[Cell, ...]:
    cited = tuple(f"【{words.plan_head(plan_id)}】" for plan_id in citations.plans)
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
