"""Which file holds the plan of the year before a file's own: the one named, or one in its folder."""

from __future__ import annotations

from pathlib import Path

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.source.folder import PlanFile, choose, plan_files
from shakyo_plan.source.loading import load_file, sound_plan
from shakyo_plan.values.fiscal_year import FiscalYear


class YearsBefore:
    """Knows for each file which file is the plan of the year before; looks into a folder only once."""

    def __init__(self, named: str | None = None) -> None:
        """Take the file that a person named, which then is that of every file.

        Raises:
            BrokenPlan: the file named has errors.
        """
        self.named = Path(named) if named is not None else None
        self._folders: dict[Path, dict[Path, PlanFile]] = {}
        self._chosen: dict[tuple[Path, int], Path | None] = {}
        if self.named is not None:
            self._year = sound_plan(load_file(self.named)).year

    def of(self, path: Path) -> Path | None:
        """Return the file that is last year's plan for the file at ``path``, if just one is."""
        if self.named is not None:
            return self.named
        file = self._in(path.parent).get(path)
        if file is None or file.year is None:
            return None
        return self._before(path.parent, file.year.number)

    def of_unsaved(self, path: Path, year: int) -> Path | None:
        """Return the same for a plan of that fiscal year that is not yet saved under ``path``."""
        if self.named is not None:
            return self.named
        found = self._before(path.parent, year)
        # A plan whose year is being changed is not compared with itself.
        return None if found == path else found

    def wrong_year(self) -> UserError:
        """Return the error for a file named that is not of the year before any of the files."""
        return UserError(
            say("{path} is the plan of {year}", path=str(self.named), year=str(self._year)),
            say("--previous must name the plan of the fiscal year before the one being checked"),
        )

    def _before(self, folder: Path, year: int) -> Path | None:
        key = folder, year - 1
        if key not in self._chosen:
            self._chosen[key] = self._choose(*key)
        return self._chosen[key]

    def _in(self, folder: Path) -> dict[Path, PlanFile]:
        if folder not in self._folders:
            try:
                self._folders[folder] = {file.path: file for file in plan_files(folder)}
            except UserError:
                self._folders[folder] = {}
        return self._folders[folder]

    def _choose(self, folder: Path, number: int) -> Path | None:
        try:
            return choose(tuple(self._in(folder).values()), FiscalYear(number)).path
        except UserError:
            return None  # none, or several that nobody has chosen between
