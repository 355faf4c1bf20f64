"""Which plan is meant: the plans folder, its files, and a year or path that a person named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import load
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_file import is_plan_file, year_in_name

FOLDER = "plans"

_YEAR_LINE = lazy_pattern(rb"^fiscal_year:[ ]*(\d{4})\b", re.MULTILINE)
_HEAD_BYTES = 65_536


class PlanFile(NamedTuple):
    """A plan file of the folder, and its fiscal year as far as its name or its head tells."""

    path: Path
    year: FiscalYear | None


def find_folder(start: Path, named: Path | None) -> Path:
    """Return the plans folder: the one named, else the nearest ``plans/`` from ``start`` upwards.

    Raises:
        UserError: there is none; the message says where it was looked for.
    """
    if named is not None:
        if named.is_dir():
            return named
        raise UserError(
            say("There is no folder {path}", path=str(named)),
            say("It was set by --plans-dir, PLAN_DIR or the configuration. Check the spelling"),
        )
    for folder in (start, *start.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    raise UserError(
        say(
            "No “{name}” folder found in {start} or any parent folder",
            start=str(start),
            name=FOLDER,
        ),
        say(
            "Go to the folder that contains “{name}”, or name it with --plans-dir FOLDER",
            name=FOLDER,
        ),
    )


def plan_files(folder: Path) -> tuple[PlanFile, ...]:
    """Return the plan files of the folder, by name.

    Raises:
        UserError: there are none, or the folder cannot be read.
    """
    try:
        paths = sorted(
            path for path in folder.iterdir() if is_plan_file(path) and not path.is_dir()
        )
    except OSError as error:
        raise UserError(
            say(
                "The folder {path} cannot be read: {reason}",
                path=str(folder),
                reason=error.strerror or str(error),
            )
        ) from None
    if not paths:
        raise UserError(
            say("There is no plan file in {folder}", folder=str(folder)), _another_ending(folder)
        )
    return tuple(PlanFile(path, _year_of(path)) for path in paths)


def _another_ending(folder: Path) -> Message:
    """Return how to name a plan file; of one that an editor gave a second ending, its name."""
    for path in sorted(folder.iterdir()):
        if path.suffix and is_plan_file(path.stem):
            return say("Rename {name} to {plan}", name=path.name, plan=path.stem)
    return say("A plan file is named by its fiscal year, such as 2024.yaml")


def load_folder(folder: str | Path) -> tuple[Plan, ...]:
    """Load every plan file of a folder, the oldest fiscal year first.

    Raises:
        BrokenPlan: a file cannot be read or has errors.
        UserError: there is no such folder, or no plan file in it.
    """
    files = plan_files(find_folder(Path(), Path(folder)))
    plans = [load(file.path) for file in files]
    return tuple(sorted(plans, key=lambda plan: plan.fiscal_year))


def _year_of(path: Path) -> FiscalYear | None:
    """Read the year off the name, or off the line ``fiscal_year:`` in the head of the file."""
    if named := year_in_name(path.stem):
        return FiscalYear(named)
    try:
        with path.open("rb") as file:
            line = _YEAR_LINE.search(file.read(_HEAD_BYTES))
    except OSError:
        return None  # whoever loads it says so
    return FiscalYear(int(line[1])) if line else None


def parse_year(text: str) -> FiscalYear:
    """Read a year as a person gives it.

    Raises:
        UserError: it is no year.
    """
    try:
        return FiscalYear.parse(text)
    except ValueError:
        raise UserError(
            say("“{text}” is not a fiscal year", text=text),
            say("Write it as 2024, R6, 令和6 or 令和6年度"),
        ) from None


def year_named(text: str) -> FiscalYear | None:
    """Return the fiscal year that a word is; None for any other word, such as a path."""
    try:
        return FiscalYear.parse(text)
    except ValueError:
        return None


def choose(files: tuple[PlanFile, ...], year: FiscalYear | None) -> PlanFile:
    """Return the file of the year, or the newest.

    Raises:
        UserError: the year has no file, or several; the message says which years exist.
    """
    dated = {file.path: file.year for file in files if file.year}
    wanted = year or max(dated.values(), default=None)
    if wanted is None:
        if len(files) == 1:
            return files[0]
        raise UserError(
            say("No file in {folder} states its fiscal year", folder=str(files[0].path.parent)),
            say("Name the file: --file FILE"),
        )
    found = [file for file in files if file.year == wanted]
    # Next to 2024.yaml, a 2024-draft.yaml is something else: the plain name is the year's plan.
    plain = [file for file in found if file.path.stem == str(wanted.number)]
    if len(plain or found) == 1:
        return (plain or found)[0]
    if found:
        names = tuple(str(file.path) for file in found)
        raise UserError(
            say("{year} has several files: {names}", year=str(wanted), names=names),
            say("Name the file: --file FILE"),
        )
    years = tuple(str(known) for known in sorted(set(dated.values())))
    raise UserError(
        say("There is no plan for {year}", year=str(wanted)),
        say("Available years: {years}", years=years),
    )


def yearly(files: tuple[PlanFile, ...]) -> tuple[PlanFile, ...]:
    """Return one file for each year, as `choose` takes it, and those that do not tell their year.

    Raises:
        UserError: a year has several files, and none that is named by it alone.
    """
    years = sorted({file.year for file in files if file.year})
    return (*(choose(files, year) for year in years), *(file for file in files if not file.year))


def expand(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files that the paths mean: a folder stands for the plan files in it."""
    for path in paths:
        if _is_folder(path):
            yield from (file.path for file in plan_files(path))
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # whoever loads it says why
