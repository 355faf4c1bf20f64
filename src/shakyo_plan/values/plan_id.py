"""Ids of basic plans (1-5), and the many hyphens that people type into them."""

from __future__ import annotations

import re
import unicodedata

from shakyo_plan.values.lazy_pattern import lazy_pattern

HYPHENS = "-－−‐‑‒–—―ーｰ﹣"
"""What stands for the hyphen of an id on Japanese keyboards and in Word; ー is among it."""

_WRITTEN = lazy_pattern(rf"\s*(\d+)\s*[{re.escape(HYPHENS)}]\s*(\d+)\s*")


def fold_plan_id(text: str) -> str:
    """Return the id in its one form, ``１－５`` as ``1-5``; what is no id comes back as it is.

    Only the mark between two numbers is folded: in names, ー is a letter.
    """
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return text
    goal, number = (unicodedata.normalize("NFKC", digits) for digits in written.groups())
    return f"{goal}-{number}"


def goal_of(plan_id: str) -> int | None:
    """Return the goal that the id names, 1 for ``1-5``; None for what is no id."""
    written = _WRITTEN.fullmatch(plan_id)
    return int(written[1]) if written else None
