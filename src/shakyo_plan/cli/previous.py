"""``--previous`` of ``plan validate``, and the plan of the year before that lies in the same folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from shakyo_plan.errors import UserError
from shakyo_plan.message import say, translatable

if TYPE_CHECKING:
    from shakyo_plan.source.folder import PlanFile
    from shakyo_plan.values.fiscal_year import FiscalYear

Previous: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--previous",
        metavar=translatable("FILE"),
        help=translatable(
            "Last year's plan, to compare with (P6). Default: the one in the same folder."
        ),
    ),
]


class YearsBefore:
    """Knows for each file which file is the plan of the year before; looks into a folder only once."""

    def __init__(self, named: str | None) -> None:
        """Take the file that a person named, which then is that of every file.

        Raises:
            BrokenPlan: the file named has errors.
        """
        self.named = Path(named) if named is not None else None
        self._folders: dict[Path, dict[Path, PlanFile]] = {}
        self._chosen: dict[tuple[Path, int], Path | None] = {}
        if self.named is not None:
            from shakyo_plan.source.loading import load_file, sound_plan

            self._year = sound_plan(load_file(self.named)).year

    def of(self, path: Path) -> Path | None:
        """Return the file that is last year's plan for the file at ``path``, if just one is."""
        if self.named is not None:
            return self.named
        year = self._year_of(path)
        if year is None:
            return None
        key = path.parent, year.number - 1
        if key not in self._chosen:
            self._chosen[key] = self._choose(*key)
        return self._chosen[key]

    def complain(self) -> UserError:
        """Return the error for a file named that is not of the year before any of the files."""
        return UserError(
            say("{path} is the plan of {year}", path=str(self.named), year=str(self._year)),
            say(
                "--previous has to name the plan of the fiscal year before the one that is checked"
            ),
        )

    def _in(self, folder: Path) -> dict[Path, PlanFile]:
        from shakyo_plan.source.folder import plan_files

        if folder not in self._folders:
            try:
                self._folders[folder] = {file.path: file for file in plan_files(folder)}
            except UserError:
                self._folders[folder] = {}
        return self._folders[folder]

    def _year_of(self, path: Path) -> FiscalYear | None:
        file = self._in(path.parent).get(path)
        return file.year if file else None

    def _choose(self, folder: Path, number: int) -> Path | None:
        from shakyo_plan.source.folder import choose
        from shakyo_plan.values.fiscal_year import FiscalYear

        try:
            return choose(tuple(self._in(folder).values()), FiscalYear(number)).path
        except UserError:
            return None  # none, or several that nobody has chosen between
