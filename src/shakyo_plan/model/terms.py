"""The words for the parts of a plan, each of which a council may call otherwise (``labels``)."""

from __future__ import annotations

from shakyo_plan.message import term

PRIORITY = term("priority", "priority")
PRIORITIES = term("priorities", "priority")
PRIORITY_HEAD = term("Priority", "priority")
PRIORITIES_HEAD = term("Priorities", "priority")
GOAL = term("goal", "goal")
GOALS = term("goals", "goal")
GOAL_HEAD = term("Goal", "goal")
PLAN = term("basic plan", "plan")
PLANS = term("basic plans", "plan")
PLANS_SHORT = term("plans", "plan")
PLAN_HEAD = term("Basic plan", "plan")
SECTION = term("section", "section")
SECTIONS = term("sections", "section")
ACTION = term("action", "actions")
ACTIONS = term("actions", "actions")
MAIN_PROGRAMS = term("main programs", "programs")
"""What stands over the programs of a goal, a basic plan or a section."""
MAIN_PROGRAMS_HEAD = term("Main programs", "programs")
PRIORITY_PROGRAMS = term("programs that serve it", "priority_programs")
"""What stands over the programs of a priority."""
MANAGEMENT = term("management", "management")
MANAGEMENT_HEAD = term("Management", "management")
