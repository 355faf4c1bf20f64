"""``--previous`` of ``plan validate``, and the plan of the year before that lies in the same folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from shakyo_plan.errors import UserError
from shakyo_plan.message import mark, say

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session
    from shakyo_plan.loading import LoadedFile
    from shakyo_plan.model import Plan

Previous: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--previous",
        metavar="FILE",
        help=mark("Last year's plan, to compare with (P6). Default: the one in the same folder."),
    ),
]


def previous_plans(
    files: Sequence[LoadedFile], named: str | None, session: Session
) -> Mapping[str, Plan]:
    """Return the plan of the year before for each file that has one, by the path of the file.

    Raises:
        UserError: the plan named is not of a year before any of the files.
        BrokenPlan: the plan named has errors.
    """
    from shakyo_plan.loading import load_file, sound_plan

    if named is None:
        return dict(_beside(files, session))
    before = sound_plan(load_file(Path(named)))
    found = {
        file.path: before
        for file in files
        if file.plan and file.plan.fiscal_year == before.fiscal_year + 1
    }
    if not found and any(file.plan for file in files):
        raise UserError(
            say("{path} is the plan of {year}", path=named, year=str(before.year)),
            say(
                "--previous has to name the plan of the fiscal year before the one that is checked"
            ),
        )
    return found


def _beside(files: Sequence[LoadedFile], session: Session) -> Iterator[tuple[str, Plan]]:
    known = {Path(file.path): file for file in files if not file.from_standard_input}
    for path, file in known.items():
        before = _year_before(path, file)
        loaded = None if before is None else known.get(before) or _loaded(before)
        if loaded is None:
            continue
        if loaded.plan is None:
            session.tell(
                session.tr(
                    say(
                        "{path} is not compared with last year's plan: {previous} has errors",
                        path=str(path),
                        previous=str(before),
                    )
                )
            )
        elif file.plan and loaded.plan.fiscal_year == file.plan.fiscal_year - 1:
            yield file.path, loaded.plan


def _loaded(path: Path) -> LoadedFile:
    from shakyo_plan.loading import load_file

    return load_file(path)


def _year_before(path: Path, file: LoadedFile) -> Path | None:
    """Return the file in the same folder that is last year's plan, if just one is."""
    from shakyo_plan.corpus import choose, plan_files
    from shakyo_plan.values.fiscal_year import FiscalYear

    if file.plan is None:
        return None
    try:
        return choose(plan_files(path.parent), FiscalYear(file.plan.fiscal_year - 1)).path
    except UserError:
        return None  # none, or several that nobody has chosen between
