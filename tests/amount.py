"""How much the tests try: little in the quick run (``-m "not slow"``), all in the whole one.

``PLAN_HOSTILE=long`` tries many times as much in the tests of hostile input; it takes minutes.
"""

from __future__ import annotations

import os

QUICK = False
"""Whether this is the quick run; ``conftest.py`` sets it before the tests are read."""
LONG = os.environ.get("PLAN_HOSTILE") == "long"


def examples(whole: int) -> int:
    """Return how many examples a law is tried on: a fifth of the whole run's in the quick one."""
    return max(5, whole // 5) if QUICK else whole


def every(step: int) -> int:
    """Return the step of a walk over many places: ten times as long in the quick run."""
    return step * 10 if QUICK else step
