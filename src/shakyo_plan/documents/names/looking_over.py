"""Looks over finished lists and values: what stands alone, ends otherwise, or cannot be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import ends_like_a_name
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.registry import Registered
from shakyo_plan.documents.names.splitting import Cited, Listed, citations
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.message import say
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money import yen
from shakyo_plan.values.schedule import read_schedule

_ENOUGH_LISTS = 5
_ALMOST_ALL = 0.8
_ENOUGH_ENTRIES = 4
_LONGEST_MARK = 8
_LAST_BRACKET = lazy_pattern(r"[（(](?P<inner>[^（()）]+)[)）]$")


def doubt_lists(lists: Sequence[list[Listed]], known: KnownNames, sketch: Sketch) -> None:
    """Doubt lists of one entry, entries that end otherwise, and brackets that may be marks."""
    long = sum(len(listed) > 1 for listed in lists)
    for listed in lists:
        if len(listed) == 1 and len(lists) >= _ENOUGH_LISTS and long >= _ALMOST_ALL * len(lists):
            only = listed[0]
            sketch.doubt(
                Code.ONE_ENTRY,
                only.line,
                only.line.title,
                say("the list has this one entry only, and others have more"),
            )
        _doubt_ends(listed, known, sketch)
    _doubt_brackets([cited for listed in lists for cited in citations(listed)], sketch)


def _doubt_ends(listed: list[Listed], known: KnownNames, sketch: Sketch) -> None:
    entries = [entry for entry in listed if isinstance(entry, Cited)]
    odd = [entry for entry in entries if not ends_like_a_name(entry.name)]
    if len(entries) < _ENOUGH_ENTRIES or len(odd) > (1 - _ALMOST_ALL) * len(entries):
        return
    for entry in odd:
        if known.count(entry.name) <= 1:
            sketch.doubt(
                Code.OTHER_END,
                entry.line,
                entry.name,
                say("it does not end as its neighbours do; is a part missing?"),
            )


def _doubt_brackets(entries: Sequence[Cited], sketch: Sketch) -> None:
    """Doubt the same words in brackets behind several names: they may be a mark that nobody knows."""
    behind: defaultdict[str, dict[str, Cited]] = defaultdict(dict)
    for entry in entries:
        found = _LAST_BRACKET.search(entry.name)
        if found and len(found["inner"]) <= _LONGEST_MARK:
            behind[found["inner"]].setdefault(entry.name, entry)
    for inner, names in behind.items():
        if len(names) > 1:
            first = next(iter(names.values()))
            sketch.doubt(
                Code.UNKNOWN_BRACKET, first.line, first.name,
                say(
                    "“{inner}” is behind {n} names; is it a mark, or part of them?",
                    inner=inner, n=len(names),
                ),
                (first.name[: -len(inner) - 2],),
            )  # fmt: skip


def doubt_values(programs: Iterable[Registered], year: int, sketch: Sketch) -> None:
    """Doubt schedules and amounts that cannot be read."""
    for program in programs:
        schedule, budget = program.values.get("schedule"), program.values.get("budget")
        line = program.lines[0] if program.lines else program.line
        if schedule is not None:
            read = read_schedule(schedule, FiscalYear(year))
            for part in (*read.unread, *read.impossible):
                sketch.doubt(
                    Code.UNREADABLE_VALUE,
                    line,
                    schedule,
                    say("“{part}” of the schedule cannot be read", part=part),
                )
        if budget is not None and yen(budget) is None:
            sketch.doubt(
                Code.UNREADABLE_VALUE, line, budget, say("this cannot be read as an amount")
            )
