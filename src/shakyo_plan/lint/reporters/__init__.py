"""What checking found, in every format that people, CI services and editors read.

Each format is a pure function from a report to text, in a module of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from shakyo_plan.language import Translator
from shakyo_plan.output import formats
from shakyo_plan.output.formats import OutputFormat
from shakyo_plan.output.style import Screen

if TYPE_CHECKING:
    # Commands know the formats from the start; what makes reports is imported when one is made.
    from shakyo_plan.lint.engine import Report


class ReportFormat(Enum):
    """How findings are printed; the value has the name that ``--format`` takes and the endings of files."""

    FULL = OutputFormat("full", (".txt",))
    CONCISE = OutputFormat("concise")
    JSON = formats.JSON
    JSONL = formats.JSONL
    CSV = formats.CSV
    MARKDOWN = formats.MARKDOWN
    HTML = formats.HTML
    XLSX = formats.XLSX
    GITHUB = OutputFormat("github")
    GITLAB = OutputFormat("gitlab")
    SARIF = OutputFormat("sarif", (".sarif",))
    JUNIT = OutputFormat("junit", (".xml",))


Write: TypeAlias = "Callable[[Report, Translator, Screen], str | bytes]"

_PLACES: Mapping[ReportFormat, tuple[str, str]] = {
    ReportFormat.FULL: ("text", "full"),
    ReportFormat.CONCISE: ("text", "concise"),
    ReportFormat.JSON: ("as_json", "json_report"),
    ReportFormat.JSONL: ("as_json", "jsonl_report"),
    ReportFormat.GITHUB: ("github", "github_report"),
    ReportFormat.GITLAB: ("gitlab", "gitlab_report"),
    ReportFormat.SARIF: ("sarif", "sarif_report"),
    ReportFormat.JUNIT: ("junit", "junit_report"),
    ReportFormat.CSV: ("finding_list", "csv_report"),
    ReportFormat.MARKDOWN: ("markdown", "markdown_report"),
    ReportFormat.HTML: ("page", "html_report"),
    ReportFormat.XLSX: ("finding_list", "xlsx_report"),
}
"""Where each format is written: only the one that is asked for is imported."""

FOR_PEOPLE = (ReportFormat.FULL, ReportFormat.CONCISE)
"""The formats of a terminal; all others are data for programs."""

FOR_SERVICES = (
    ReportFormat.GITHUB,
    ReportFormat.GITLAB,
    ReportFormat.SARIF,
    ReportFormat.JUNIT,
)
"""The formats of CI services, which know files by their path in the checkout."""

STATISTICS: Mapping[ReportFormat, str] = {
    ReportFormat.FULL: "statistics",
    ReportFormat.CONCISE: "statistics",
    ReportFormat.JSON: "json_statistics",
    ReportFormat.JSONL: "jsonl_statistics",
    ReportFormat.CSV: "csv_statistics",
    ReportFormat.MARKDOWN: "markdown_statistics",
    ReportFormat.HTML: "html_statistics",
    ReportFormat.XLSX: "xlsx_statistics",
}
"""The formats that can count findings by rule; the others have no place for that."""


def writer(format_: ReportFormat) -> Write:
    """Return the function that writes a report in the format."""
    module, name = _PLACES[format_]
    return _function(module, name)


def statistics_writer(format_: ReportFormat) -> Write:
    """Return the function that writes how often each rule found something; one of `STATISTICS`."""
    return _function("statistics", STATISTICS[format_])


def _function(module: str, name: str) -> Write:
    write: Write = getattr(import_module(f"{__name__}.{module}"), name)
    return write
