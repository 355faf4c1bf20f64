"""P0: the file itself. Reading and the schema find these; here are their records."""

from __future__ import annotations

from shakyo_plan.diagnostic import Severity
from shakyo_plan.message import mark
from shakyo_plan.rules.record import Rule


def _error(code: str, name: str, summary: str) -> Rule:
    return Rule(code, name, Severity.ERROR, summary)


FILE_RULES = (
    _error("P001", "unreadable-file", mark("A file that cannot be read")),
    _error("P002", "wrong-encoding", mark("A file that is not saved as UTF-8")),
    _error("P003", "control-character", mark("An invisible control character")),
    _error("P004", "yaml-syntax", mark("Text that is not YAML")),
    _error("P005", "tab", mark("A tab character")),
    _error("P006", "duplicate-key", mark("A key that stands twice in one map")),
    _error("P007", "empty-file", mark("A file without a plan in it")),
    _error("P008", "several-documents", mark("More than one document in a file")),
    _error("P009", "anchor", mark("A YAML anchor (&)")),
    _error("P010", "alias", mark("A YAML alias (*)")),
    _error("P011", "merge-key", mark("A YAML merge key (<<)")),
    _error("P012", "tag", mark("A YAML tag (!)")),
    _error("P013", "directive", mark("A YAML directive (%)")),
    _error("P014", "deep-nesting", mark("Lists or maps nested too deeply")),
    _error("P015", "wide-space", mark("A full-width space where YAML counts spaces")),
    _error("P020", "missing-key", mark("A required key that is missing")),
    _error("P021", "unknown-key", mark("A key that the format does not have")),
    _error(
        "P022",
        "wrong-type",
        mark("Text where a list belongs, a number where text belongs, and the like"),
    ),
    _error("P023", "unknown-value", mark("A value that is not among the possible ones")),
    _error("P024", "malformed-id", mark("An id of a basic plan that is none")),
    _error("P025", "empty-value", mark("A key without a value")),
    _error("P026", "out-of-range", mark("A number that cannot be")),
)
