"""Which tables there are; apart from how they are made, for the command line alone needs no more."""

from __future__ import annotations

from enum import StrEnum


class XrefKind(StrEnum):
    """What can be cross-referenced."""

    PROGRAMS = "programs"
    PRIORITIES = "priorities"
    DISTRICTS = "districts"
    COMMISSIONS = "commissions"
    TAGS = "tags"
    DEPARTMENTS = "departments"
    STATUS = "status"
    CALENDAR = "calendar"
    GAPS = "gaps"
