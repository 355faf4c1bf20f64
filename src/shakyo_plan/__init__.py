"""shakyo-plan: annual plans of councils of social welfare, as plain text.

The command is ``plan``; from Python, ``shakyo_plan.load("plans/2024.yaml")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shakyo_plan.loading import load as load

__version__ = "0.1.0"
__all__ = ["__version__", "load"]


def __getattr__(name: str) -> object:
    """Import what reads plans only when it is asked for: the version alone costs nothing."""
    if name == "load":
        from shakyo_plan.loading import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
