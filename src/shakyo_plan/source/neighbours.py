"""How far in a line belongs whose own beginning does not count: what its neighbours say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shakyo_plan.values.lazy_pattern import lazy_pattern

_BEGINNING = lazy_pattern(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z_]+:)?")
_WIDE = "\t\u3000\u00a0"
_FARTHEST = 50
"""So many lines away a neighbour is looked for."""


def indent_among(number: int, lines: Sequence[str]) -> int | None:
    """Return how many spaces a line (counted from 1) begins with; None where two places would do.

    The line above and the one below, as far as they begin rightly, have to agree.
    """
    above = _beside(reversed(lines[max(0, number - 1 - _FARTHEST) : number - 1]))
    below = _beside(lines[number : number + _FARTHEST])
    if above is None:
        return None
    line = lines[number - 1].lstrip(f" {_WIDE}")
    dashed = line.startswith("-")
    if above.rstrip().endswith(":"):
        inside = below is not None and _indent(below) >= _indent(above)
        fits = inside and below is not None and below.lstrip().startswith("-") is dashed
        return _indent(below) if fits and below is not None else None
    column = _indent(above) if dashed else _column(above)
    if column is None or (dashed and not above.lstrip().startswith("-")):
        return None
    agrees = below is None or column == (_indent(below) if dashed else _column(below))
    return column if agrees else None


def deepest(number: int, lines: Sequence[str]) -> int | None:
    """Return how far in a key may stand at most below the line above; None where that opens a list or map."""
    above = _beside(reversed(lines[max(0, number - 1 - _FARTHEST) : number - 1]))
    return None if above is None or above.rstrip().endswith(":") else _column(above)


def _beside(lines: Iterable[str]) -> str | None:
    """Return the first line that says something and does not begin with a wide space or a tab."""
    for line in lines:
        begun = line[: len(line) - len(line.lstrip())]
        if line.strip() and not line.lstrip().startswith("#") and not set(begun) & set(_WIDE):
            return line
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _column(line: str) -> int | None:
    """Return where the key of a line stands; None where it has none."""
    found = _BEGINNING.match(line)
    if found is None or not found["key"]:
        return None
    return found.start("key")
