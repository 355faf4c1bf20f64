"""How many times a schedule says, beside the months that it lists: 年4回（6月・9月・12月）."""

from __future__ import annotations

from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.numerals import NUMBER, number
from shakyo_plan.values.written import fold

_COUNT = lazy_pattern(rf"年(?:間|に)?(?P<times>{NUMBER})回(?![~程ほく以か]|から)")
_MONTH = rf"(?:{NUMBER}月?(?:[上中下]旬|頃|ごろ)?)"
_MONTHS = lazy_pattern(
    rf"[(:、,・]*(?P<months>{_MONTH}(?:(?:[・、,/]|及び|と){_MONTH})*)(?:に?(?:開催|実施|予定|発行))?[)、,・(]*"
)
_ONE_MONTH = lazy_pattern(NUMBER)


class Times(NamedTuple):
    """How often something is held in the year, and in how many months."""

    part: str
    """What is written of how often."""
    times: int
    months: int

    @property
    def fit(self) -> bool:
        """Whether each of the months may have as many of the times as any other: 年4回（6月・12月）."""
        return self.times % self.months == 0


def times_in(text: str) -> Times | None:
    """Return the times and the months of a schedule; None where it does not say plainly both.

    Spans, days and times of single months leave open how many times are meant.
    """
    written = fold(text)
    count = _COUNT.search(written.text)
    if count is None:
        return None
    rest = written.text[: count.start()] + written.text[count.end() :]
    listed = _MONTHS.fullmatch(rest)
    if listed is None:
        return None
    months = {number(found[0]) for found in _ONE_MONTH.finditer(listed["months"])}
    return Times(written.part(*count.span()), number(count["times"]), len(months))
