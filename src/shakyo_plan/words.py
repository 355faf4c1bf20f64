"""The words that people know for marks: 新規, 市受託, the district; in the reader's language."""

from __future__ import annotations

from shakyo_plan.message import Message, mark, say
from shakyo_plan.model import Commission, Status

STATUS = {
    Status.NEW: mark("new"),
    Status.EXPANDED: mark("expanded"),
    Status.CONTINUED: mark("continued"),
    Status.RESTRUCTURED: mark("restructured"),
    Status.REDUCED: mark("reduced"),
    Status.MERGED: mark("merged"),
    Status.SUSPENDED: mark("suspended"),
    Status.DISCONTINUED: mark("discontinued"),
}
COMMISSION = {
    Commission.CITY: mark("city"),
    Commission.PREFECTURE: mark("prefecture"),
    Commission.PREFECTURAL_SHAKYO: mark("prefectural council"),
    Commission.OTHER: mark("commissioned by others"),
}


def status_word(status: Status) -> Message:
    """Return the word for a status."""
    return say(STATUS[status])


def commission_word(commission: Commission) -> Message:
    """Return the word for who commissions a program."""
    return say(COMMISSION[commission])
