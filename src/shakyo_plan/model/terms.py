"""The words for the parts of a plan, each of which a council may call otherwise (``labels``)."""

from __future__ import annotations

from dataclasses import fields

from shakyo_plan.message import Message, say, term
from shakyo_plan.model.parts import Labels

PRIORITY = term("priority", "priority")
PRIORITIES = term("priorities", "priority")
PRIORITY_SHORT = term("prio.", "priority")
"""Over a narrow column."""
PRIORITY_HEAD = term("Priority", "priority")
PRIORITIES_HEAD = term("Priorities", "priority")
GOAL = term("goal", "goal")
GOALS = term("goals", "goal")
GOAL_HEAD = term("Goal", "goal")
GOALS_HEAD = term("Goals", "goal")
PLAN = term("basic plan", "plan")
PLANS = term("basic plans", "plan")
PLANS_SHORT = term("plans", "plan")
PLAN_HEAD = term("Basic plan", "plan")
PLANS_HEAD = term("Basic plans", "plan")
SECTION = term("section", "section")
SECTIONS = term("sections", "section")
SECTIONS_HEAD = term("Sections", "section")
ACTION = term("action", "actions")
ACTIONS = term("actions", "actions")
ACTIONS_HEAD = term("Actions", "actions")
MAIN_PROGRAMS = term("main programs", "programs")
"""What stands over the programs of a goal, a basic plan or a section."""
MAIN_PROGRAMS_HEAD = term("Main programs", "programs")
PRIORITY_PROGRAMS = term("programs that serve it", "priority_programs")
"""What stands over the programs of a priority."""
PRIORITY_PROGRAMS_HEAD = term("Programs that serve priorities", "priority_programs")
MANAGEMENT = term("management", "management")
MANAGEMENT_HEAD = term("Management", "management")

_IN_SCHEMA = {"actions": "取り組み"}
"""What the schema calls a part shorter than plans do."""
_KEY_OF = {
    word: key.name
    for key in fields(Labels)
    if key.name != "place"
    for word in (getattr(Labels, key.name), _IN_SCHEMA.get(key.name, ""))
    if word
}
"""The words of the schema that a council may replace, with the keys of ``labels``."""


def schema_word(title: str) -> Message:
    """Return a title of the schema as a message: with a term in it, where it begins with a part's word."""
    if title in _KEY_OF:
        return term(title, _KEY_OF[title])
    word, of, what = title.partition("の")
    if of and word in _KEY_OF:
        return say(f"{{part}}の{what}", part=term(word, _KEY_OF[word]))
    return say(title)
