"""Schedules that say for which of several places a time is: 6月・11月（中央）、7月（西）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

_BEHIND = "地区|支所|会場"
"""What may stand behind the name of a place."""
_BETWEEN = r"[・、,，/／と]"
_OTHER_BRACKET = lazy_pattern(r"[)）]\s*[^\s)）(（]")
"""A bracket in the midst of a time: 7月 of 6月（中央公民館）、7月 may be of another place than 6月."""


def names_a_place(schedule: str, places: Sequence[str]) -> bool:
    """Whether a schedule speaks of one of the places."""
    return any(place in schedule for place in places)


def schedule_at(
    schedule: str, place: str, held_at: Sequence[str], places: Sequence[str]
) -> str | None:
    """Return what of a schedule is meant for one of the places where something is held: 7月 for 西.

    None where it does not say of each time for which of them it is, or has none for one of them, so that
    the whole is all that is known.
    """
    pieces = _in_brackets(schedule, places) or _in_front(schedule, places)
    if pieces is None:
        return None
    times = {
        each: [time for time, named in pieces if each in named] for each in map(_folded, held_at)
    }
    return "、".join(times[_folded(place)]) if all(times.values()) else None


def _in_brackets(schedule: str, places: Sequence[str]) -> list[tuple[str, set[str]]] | None:
    """Part 6月・11月（中央）、7月（東・西）."""
    marked = rf"[（(]\s*({_names(places)})\s*[)）]"
    parts = re.split(marked, schedule)
    if any(_OTHER_BRACKET.search(time) for time in parts[::2]):
        return None
    return _pieces(zip(parts[::2], parts[1::2], strict=False), parts[-1] if len(parts) > 1 else "?")


def _in_front(schedule: str, places: Sequence[str]) -> list[tuple[str, set[str]]] | None:
    """Part 中央：6月・11月、西：7月."""
    parts = re.split(rf"({_names(places)})\s*[:：は]?", schedule)
    return _pieces(zip(parts[2::2], parts[1::2], strict=True), parts[0] if len(parts) > 1 else "?")


def _names(places: Sequence[str]) -> str:
    one = "(?:" + "|".join(map(re.escape, sorted(places, key=len, reverse=True))) + ")"
    one += f"(?:{_BEHIND})?"
    return rf"{one}(?:\s*{_BETWEEN}\s*{one})*"


def _folded(name: str) -> str:
    return re.sub(f"(?:{_BEHIND})$", "", fold_name(name))


def _pieces(found: Iterable[tuple[str, str]], outside: str) -> list[tuple[str, set[str]]] | None:
    """Return the times with the folded names of their places; None where something is for no place."""
    pieces = []
    for time, named in found:
        time = time.strip(" \t\n　、,，;；・/／")
        if not time:
            return None
        pieces.append((time, set(map(_folded, re.split(_BETWEEN, named)))))
    return None if outside.strip(" \t\n　、,，;；。") else pieces
