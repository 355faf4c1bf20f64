"""The page of a rule, for the terminal, as Markdown and as HTML; all from the rule's own record."""

from __future__ import annotations

from collections.abc import Sequence

from shakyo_plan.language import Translator
from shakyo_plan.lint.rules.record import Fix, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model.words import SEVERITY
from shakyo_plan.output.escape import escape
from shakyo_plan.output.wrapping import wrapped

_FIXES = {
    Fix.NONE: translatable("No: a person has to decide."),
    Fix.SAFE: translatable("Yes, with --fix, wherever the meaning is certain."),
    Fix.UNSAFE: translatable(
        "Yes, with --unsafe-fixes; it changes wording, so look at --diff first."
    ),
}
_INDENT = "    "


def text_page(rule: Rule, tr: Translator, width: int) -> str:
    """Return the page for a terminal of ``width`` columns."""
    parts = [_headline(rule, tr), ""]
    for heading, message in _sections(rule):
        parts += [tr(heading), *_indented(tr(message), width), ""]
    for heading, example in _examples(rule):
        parts += [tr(heading), *(_INDENT + line for line in _lines(example)), ""]
    parts += [tr(say("Can it be fixed?")), *_indented(tr(_FIXES[rule.fix]), width)]
    return "".join(f"{line}\n" for line in parts)


def markdown_page(rule: Rule, translators: Sequence[Translator]) -> str:
    """Return the page as Markdown, in one language after the other."""
    parts = [f"# {rule.code} {rule.name}", ""]
    for tr in translators:
        parts += [f"## {_headline(rule, tr)}", ""]
        for heading, message in _sections(rule):
            parts += [f"**{tr(heading)}** {tr(message)}", ""]
        for heading, example in _examples(rule):
            parts += [f"**{tr(heading)}**", "", "```yaml", *_lines(example), "```", ""]
        parts += [f"**{tr(say('Can it be fixed?'))}** {tr(_FIXES[rule.fix])}", ""]
    return "\n".join(parts)


def html_page_of(rule: Rule, tr: Translator) -> str:
    """Return the page as HTML."""
    from shakyo_plan.output.html import html_page  # templates, for pages only

    return html_page(
        "lint/templates/rule.html",
        _headline(rule, tr),
        tr,
        sections=[(tr(heading), tr(message)) for heading, message in _sections(rule)],
        examples=[(tr(heading), _lines(example)) for heading, example in _examples(rule)],
        fix=(tr(say("Can it be fixed?")), tr(_FIXES[rule.fix])),
    )


def _headline(rule: Rule, tr: Translator) -> str:
    severity = tr(SEVERITY[rule.severity])
    return tr(say("{code} {name} ({severity})", code=rule.code, name=rule.name, severity=severity))


def _sections(rule: Rule) -> tuple[tuple[Message, str], ...]:
    return (say("What it does"), rule.what), (say("Why is this bad?"), rule.why)


def _examples(rule: Rule) -> tuple[tuple[Message, str], ...]:
    before = ((say("Last year's plan"), rule.previous),) if rule.previous else ()
    return (*before, (say("Bad"), rule.bad), (say("Good"), rule.good))


def _lines(example: str) -> list[str]:
    return [escape(line) for line in example.split("\n")[:-1]]


def _indented(text: str, width: int) -> list[str]:
    room = max(width - len(_INDENT) - 2, 20)
    return [_INDENT + line for line in wrapped(text, room)]
