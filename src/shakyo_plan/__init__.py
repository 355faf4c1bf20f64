"""shakyo-plan: annual plans of councils of social welfare, as plain text.

The command is ``plan``; from Python, ``shakyo_plan.load("plans/2024.yaml")``. See docs/api.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shakyo_plan.model import Plan as Plan
    from shakyo_plan.source.folder import load_folder as load_folder
    from shakyo_plan.source.loading import BrokenPlan as BrokenPlan
    from shakyo_plan.source.loading import load as load

__version__ = "0.1.0"
__all__ = ["BrokenPlan", "Plan", "__version__", "load", "load_folder"]

_WHERE = {
    "BrokenPlan": "shakyo_plan.source.loading",
    "Plan": "shakyo_plan.model",
    "load": "shakyo_plan.source.loading",
    "load_folder": "shakyo_plan.source.folder",
}


def __getattr__(name: str) -> object:
    """Import what reads plans only when it is asked for: the version alone costs nothing."""
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
