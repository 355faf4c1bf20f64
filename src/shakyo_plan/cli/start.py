"""Where ``plan`` starts."""

from __future__ import annotations

import gc

_FEWER = 50_000
"""New objects before Python looks for garbage, instead of 700.

A start makes many objects that all stay; looking through them took one part in twenty of a run.
"""


def run() -> None:
    """Run ``plan`` with the command line of the process, and exit."""
    gc.set_threshold(_FEWER)
    from shakyo_plan.cli.main import run as run_main

    try:
        run_main()
    finally:
        # Nor at the end, when all of it goes at once; that took one part in ten of a short run.
        gc.freeze()
