"""What a council begins with that has nothing yet: a plan to fill in, settings, files for git and CI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import PurePath

from shakyo_plan.source.document import read_document
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.editing.edit import Rewrite
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.named_year import move_years

_YEAR_OF_TEMPLATE = 2024


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
    council: str, year: FiscalYear, ci: CiService | None
) -> tuple[NewFile, ...]:
    """Return the files for a council and its first fiscal year; the plan comes first, and is sound."""
    found = [
        NewFile(PurePath("plans", f"{year.number}.yaml"), _plan(council, year)),
        NewFile(PurePath("shakyo-plan.toml"), _template("shakyo-plan.toml")),
        NewFile(PurePath(".gitattributes"), _template("gitattributes")),
    ]
    if ci is not None:
        found.append(NewFile(_CI_PATHS[ci], _template(f"{ci}.yml")))
    return tuple(found)


def _plan(council: str, year: FiscalYear) -> str:
    template = _template("plan.yaml")
    header, key, rest = template.partition("format: 1\n")
    by = year.number - _YEAR_OF_TEMPLATE
    document = read_document((move_years(header, by) + key + rest).encode("utf-8"))
    edits = [Rewrite(("fiscal_year",), year.number), Rewrite(("council", "name"), council)]
    return apply(document, [edits])[0]


def _template(name: str) -> str:
    return (files("shakyo_plan.next_year") / "templates" / name).read_text(encoding="utf-8")
