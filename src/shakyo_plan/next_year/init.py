"""What a council begins with that has nothing yet: a plan to fill in, settings, files for git and CI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import PurePath

from shakyo_plan.next_year.first_plan import first_plan
from shakyo_plan.next_year.shape import Shape
from shakyo_plan.values.fiscal_year import FiscalYear


class CiService(StrEnum):
    """A service that checks the plans whenever they are sent."""

    GITHUB = "github"
    GITLAB = "gitlab"


_CI_PATHS = {
    CiService.GITHUB: PurePath(".github", "workflows", "plan.yml"),
    CiService.GITLAB: PurePath(".gitlab-ci.yml"),
}


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to begin with; its path counts from the folder that is begun."""

    path: PurePath
    text: str


def files_to_begin_with(
    council: str, year: FiscalYear, shape: Shape, ci: CiService | None
) -> tuple[NewFile, ...]:
    """Return the files for a council and its first fiscal year; the plan comes first."""
    found = [
        NewFile(PurePath("plans", f"{year.number}.yaml"), first_plan(council, year, shape)),
        NewFile(PurePath("shakyo-plan.toml"), _template("shakyo-plan.toml")),
        NewFile(PurePath(".gitattributes"), _template("gitattributes")),
    ]
    if ci is not None:
        found.append(NewFile(_CI_PATHS[ci], _template(f"{ci}.yml")))
    return tuple(found)


def _template(name: str) -> str:
    return (files("shakyo_plan.next_year") / "templates" / name).read_text(encoding="utf-8")
