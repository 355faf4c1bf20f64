"""What `plan new` tells a person: what was done, and what is left to decide."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.next_year.draft import Draft, Step
from shakyo_plan.output.escape import escape


def account(draft: Draft, tr: Translator) -> str:
    """Return the account of a draft, one thing a line."""
    parts = (
        (tr(say("Done:")), draft.done),
        (tr(say("To do:")), draft.to_decide),
    )
    lines = [line for title, steps in parts for line in ("", title, *_lines(steps, tr))]
    return "".join(f"{escape(line)}\n" for line in lines[1:])


def _lines(steps: tuple[Step, ...], tr: Translator) -> Iterator[str]:
    for step in steps:
        yield f"  {tr(step.what)}"
        for item in step.items:
            yield f"    {tr(item)}"
