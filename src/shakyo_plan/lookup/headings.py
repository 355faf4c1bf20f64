"""What stands over a list that leaves this machine: whose it is, of which year, and what it is."""

from __future__ import annotations

from shakyo_plan.model import Plan


def page_heading(plan: Plan, what: str) -> str:
    """Return the heading of a page about a plan; ``what`` is in the reader's language."""
    return f"{plan.council.name}  {plan.year}  {what}"
