"""What `plan new` tells a person: what was done, and what is left to decide."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.next_year.draft import Draft
from shakyo_plan.next_year.steps import Step
from shakyo_plan.output.escape import escape
from shakyo_plan.output.style import Screen


def account(draft: Draft, tr: Translator, screen: Screen) -> str:
    """Return the account of a draft, one thing a line."""
    parts = (
        (tr(say("Done:")), draft.done),
        (tr(say("To do:")), draft.to_decide),
    )
    told = [line for title, steps in parts for line in (("", ""), ("", title), *_lines(steps, tr))]
    lines = [part for lead, words in told[1:] for part in screen.lines(lead, escape(words))]
    return "".join(f"{line}\n" for line in lines)


def _lines(steps: tuple[Step, ...], tr: Translator) -> Iterator[tuple[str, str]]:
    """Yield each line as how far it is indented, and its words."""
    for step in steps:
        yield "  ", tr(step.what)
        for item in step.items:
            yield "    ", tr(item)
