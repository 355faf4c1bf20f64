"""Which plan is meant: ``--file``, ``--year``, ``--plans-dir``, the configuration, the folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from shakyo_plan.config import Config
from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.model import Plan
from shakyo_plan.source.document import MAX_BYTES
from shakyo_plan.source.folder import (
    choose,
    expand,
    find_folder,
    parse_year,
    plan_files,
    year_named,
    yearly,
)
from shakyo_plan.source.loading import (
    STDIN_NAME,
    LoadedFile,
    load_bytes,
    load_file,
    sound_plan,
)
from shakyo_plan.values.told import Told, counted, nobody

if TYPE_CHECKING:
    from shakyo_plan.lookup.history.through_years import Year

STANDARD_INPUT = "-"


class Which(NamedTuple):
    """What a person said of the plan that is meant."""

    year: str | None = None
    file: str | None = None
    plans_dir: str | None = None


def folder(plans_dir: str | None, config: Config) -> Path:
    """Return the plans folder, written as from here where it lies below."""
    found = find_folder(Path.cwd(), Path(plans_dir) if plans_dir else config.plans_dir)
    return found.relative_to(Path.cwd()) if found.is_relative_to(Path.cwd()) else found


def folder_to_change(plans_dir: str | None, config: Config) -> Path:
    """Return the plans folder for a command that writes in it.

    Raises:
        UserError: nobody typed it, and it lies outside the folder of the configuration that names it.
    """
    found = folder(plans_dir, config)
    if plans_dir is None and config.plans_dir is not None:
        refuse_outside(config, found)
    return found


def refuse_outside(config: Config, path: Path) -> None:
    """See that what a configuration names, and nobody typed, lies in its own folder.

    Whoever gets a folder from somebody else does not expect its settings to change files elsewhere.

    Raises:
        UserError: it lies outside.
    """
    if config.path is None:
        return
    home = config.path.parent.resolve()
    if not path.resolve().is_relative_to(home):
        raise UserError(
            say(
                "The configuration {config} names {path}, which is outside its folder; "
                "nothing is written there unasked",
                config=str(config.path),
                path=str(path),
            ),
            say("If this is meant, name the path on the command line"),
        )


def loaded_file(which: Which, config: Config) -> LoadedFile:
    """Load the file that is meant.

    Raises:
        UserError: there is no such plan, or more than one.
    """
    if which.file is not None:
        if which.year is not None:
            raise UserError(
                say("--file and --year cannot both say which plan is meant"),
                say("Keep one of the two"),
            )
        if which.file == STANDARD_INPUT:
            return read_standard_input()
        return load_file(Path(which.file))
    year = parse_year(which.year) if which.year is not None else None
    return load_file(choose(plan_files(folder(which.plans_dir, config)), year).path)


def chosen_plan(which: Which, config: Config) -> Plan:
    """Load the plan that is meant.

    Raises:
        UserError: there is no such plan, or its file has errors.
    """
    return sound_plan(loaded_file(which, config))


def plan_of_year(path: str, plans_dir: str | None, config: Config) -> str:
    """Return the file of the year that a path names, as other commands take it; else the path itself.

    Raises:
        UserError: the year has no plan.
    """
    year = None if os.path.lexists(path) else year_named(path)
    if year is None:
        return path
    return str(choose(plan_files(folder(plans_dir, config)), year).path)


def every_plan(which: Which, config: Config, told: Told = nobody) -> list[tuple[str, Plan]]:
    """Load all plans of the folder, or the one of --file, each with the name of its file.

    ``told`` hears how many are loaded.

    Raises:
        BrokenPlan: a file has errors; nothing is told of the others then.
    """
    if which.file is not None:
        files = [loaded_file(which, config)]
    else:
        found = plan_files(folder(which.plans_dir, config))
        files = list(counted((load_file(file.path) for file in found), len(found), told))
    return [(Path(file.path).name, sound_plan(file)) for file in files]


def all_years(folder: Path, told: Told = nobody) -> tuple[Year, ...]:
    """Load the plan of every year of the folder, the oldest first; ``told`` hears how many are loaded.

    Raises:
        BrokenPlan: a file has errors; half a history would be a wrong one.
        UserError: two files are for one year, and neither is named by it alone.
    """
    from shakyo_plan.lookup.history.through_years import Year

    years: dict[int, Year] = {}
    files = yearly(plan_files(folder))
    for file in counted(files, len(files), told):
        year = Year(sound_plan(load_file(file.path)), str(file.path))
        if (other := years.setdefault(year.plan.fiscal_year, year)) is not year:
            raise UserError(
                say(
                    "{year} has several files: {names}",
                    year=str(year.plan.year),
                    names=(other.path, year.path),
                ),
                say(
                    "Keep one of them in {folder}, or name it by the year alone", folder=str(folder)
                ),
            )
    return tuple(years[number] for number in sorted(years))


def named_version(named: str, plans_dir: str | None, config: Config) -> LoadedFile:
    """Load what a person named in one word: a year, a path, - or a file in a revision of git.

    Raises:
        UserError: there is no such year, revision or file in it.
    """
    from shakyo_plan.source.revisions import Revision, read_revision

    if named == STANDARD_INPUT:
        return read_standard_input()
    if year_named(named) is not None:
        return loaded_file(Which(year=named, plans_dir=plans_dir), config)
    revision = None if Path(named).exists() else Revision.parse(named)
    if revision is not None:
        return load_bytes(read_revision(revision, Path.cwd()), named)
    return load_file(Path(named))


def read_standard_input(name: str | None = None) -> LoadedFile:
    """Load the plan that comes in through a pipe; ``name`` is what messages call it."""
    raw = standard_input().read(MAX_BYTES + 1)
    return replace(load_bytes(raw, name or STDIN_NAME), from_standard_input=True)


def standard_input() -> BinaryIO:
    """Return standard input, for bytes.

    Raises:
        UserError: there is none.
    """
    if sys.stdin is None:
        raise UserError(say("Standard input is closed"), say("Name a file instead of -"))
    return sys.stdin.buffer


def files_of(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the files that the paths mean, each once: a folder stands for the plan files in it."""
    seen: set[str] = set()
    for path in paths:
        yield from _not_seen(path, seen)


def loaded_files(
    paths: Iterable[str], stdin_name: str | None = None, told: Told = nobody
) -> Iterator[LoadedFile]:
    """Load every file that the paths mean, each once, one after the other; - is standard input.

    ``told`` hears how many are done with.
    """
    seen: set[str] = set()
    files: list[Path | None] = []
    for path in dict.fromkeys(paths):
        files += [None] if path == STANDARD_INPUT else _not_seen(path, seen)
    loaded = (
        read_standard_input(stdin_name) if file is None else load_file(file) for file in files
    )
    return counted(loaded, len(files), told)


def _not_seen(path: str, seen: set[str]) -> Iterator[Path]:
    for file in expand((Path(path),)):
        if (itself := _itself(file)) not in seen:
            seen.add(itself)
            yield file


def _itself(file: Path) -> str:
    """Return what tells a file from all others; it has many names: ./2024.yaml, a link, on Windows 2024.YAML."""
    try:
        return os.path.normcase(os.path.realpath(file))
    except (OSError, ValueError):
        return str(file)  # whoever loads it says why
