"""Prints the score, and what was not read as it is meant."""

# ruff: noqa: T201 -- a script for developers
from __future__ import annotations

from tests.printed import amounts, schedules

for kind, readings in (("schedules", schedules()), ("amounts", amounts())):
    for reading in readings:
        if not reading.is_right:
            silently = "silently wrong" if reading.is_silently_wrong else "with a finding"
            print(f"{reading.text}: meant {reading.meant}, read {reading.read}, {silently}")
    right = sum(reading.is_right for reading in readings)
    wrong = sum(reading.is_silently_wrong for reading in readings)
    print(
        f"{kind}: {right} of {len(readings)} right ({right / len(readings):.1%}), {wrong} silently wrong"
    )
