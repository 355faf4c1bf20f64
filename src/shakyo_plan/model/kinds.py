"""What the tool speaks of: the kinds of parts of a plan, and what their programs are sorted by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from shakyo_plan.message import Message, say
from shakyo_plan.model import terms


class PartKind(StrEnum):
    """A kind of part of a plan, in the order of the file; then what programs are sorted by."""

    COUNCIL = "council"
    LABELS = "labels"
    PHILOSOPHY = "philosophy"
    BASED_ON = "based_on"
    POLICY = "policy"
    DOCUMENT = "document"
    """The plan as a whole: what it says that is no part by itself."""
    PRIORITY = "priority"
    ACTION = "action"
    GOAL = "goal"
    PLAN = "plan"
    SECTION = "section"
    GROUP = "group"
    CITATION = "citation"
    PROGRAM = "program"
    MANAGEMENT = "management"
    SUPPRESS = "suppress"
    DISTRICT = "district"
    COMMISSION = "commission"
    TAG = "tag"
    DEPARTMENT = "department"
    STATUS = "status"
    MONTH = "month"


KIND_WORDS: Mapping[PartKind, Message] = {
    PartKind.COUNCIL: say("council"),
    PartKind.LABELS: say("labels"),
    PartKind.PHILOSOPHY: say("philosophy"),
    PartKind.BASED_ON: say("plan above"),
    PartKind.POLICY: say("policy"),
    PartKind.DOCUMENT: say("the plan as a whole"),
    PartKind.PRIORITY: terms.PRIORITY,
    PartKind.ACTION: terms.ACTION,
    PartKind.GOAL: terms.GOAL,
    PartKind.PLAN: terms.PLAN,
    PartKind.SECTION: terms.SECTION,
    PartKind.GROUP: say("group"),
    PartKind.CITATION: say("citation"),
    PartKind.PROGRAM: say("program"),
    PartKind.MANAGEMENT: terms.MANAGEMENT,
    PartKind.SUPPRESS: say("suppression"),
    PartKind.DISTRICT: say("district"),
    PartKind.COMMISSION: say("commissioned by"),
    PartKind.TAG: say("tag"),
    PartKind.DEPARTMENT: say("department"),
    PartKind.STATUS: say("status"),
    PartKind.MONTH: say("month"),
}
"""The word for one of each kind."""
