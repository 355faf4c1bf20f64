"""Where ``plan`` starts."""

from __future__ import annotations

import gc
import sys

_INTERRUPTED = 130
"""The exit code of what Ctrl-C ended: 128 and the number of the signal, as shells count."""
_FEWER = 50_000
"""New objects before Python looks for garbage, instead of 700.

A start makes many objects that all stay; looking through them took one part in twenty of a run.
"""


def run() -> None:
    """Run ``plan`` with the command line of the process, and exit."""
    gc.set_threshold(_FEWER)
    try:
        from shakyo_plan.cli.main import run as run_main

        run_main()
    except KeyboardInterrupt:
        # Ctrl-C while still importing, before there is anybody to hear it.
        sys.exit(_INTERRUPTED)
    finally:
        # Nor at the end, when all of it goes at once; that took one part in ten of a short run.
        gc.freeze()
