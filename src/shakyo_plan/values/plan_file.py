"""What plan files are called: 2024.yaml, by the fiscal year."""

from __future__ import annotations

from pathlib import PurePath

from shakyo_plan.values.lazy_pattern import lazy_pattern

SUFFIXES = (".yaml", ".yml")

_BEGINS_WITH_YEAR = lazy_pattern(r"(\d{4})(?!\d)")


def is_plan_file(path: str | PurePath) -> bool:
    """Whether a file of this name may be a plan file.

    What begins with a dot or ~$ is kept by a program for itself: Emacs' locks, what macOS keeps beside
    files on other disks, what Office keeps of a file that is open.
    """
    file = PurePath(path)
    return file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$"))


def year_in_name(stem: str) -> int | None:
    """Return the fiscal year that a name, without its ending, begins with: 2024 for 2024-draft."""
    year = _BEGINS_WITH_YEAR.match(stem)
    return int(year[1]) if year else None
