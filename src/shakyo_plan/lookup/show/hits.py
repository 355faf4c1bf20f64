"""Several parts of a plan that words may mean, as a list to choose from."""

from __future__ import annotations

from shakyo_plan.language import Translator
from shakyo_plan.lookup.headings import page_heading
from shakyo_plan.lookup.naming import Named
from shakyo_plan.message import Message, say
from shakyo_plan.model import Plan, terms
from shakyo_plan.model.fields import field_of
from shakyo_plan.model.kinds import KIND_WORDS, PartKind
from shakyo_plan.output.table import Column, Table, bracketed, lines_of
from shakyo_plan.values.shell_word import shell_word


def hit_columns(tr: Translator) -> tuple[Column[Named], ...]:
    """Return the columns of a list of parts of a plan."""
    return (
        Column("kind", tr(say("kind")), show=lambda hit: tr(KIND_WORDS[hit.kind])),
        Column(
            "id",
            tr(say("number")),
            show=lambda hit: _number(hit, tr),
            spreadsheet=lambda hit: bracketed([hit.id]) if hit.id else "",
        ),
        Column("title", tr(say("title"))),
        Column(
            "found_in",
            tr(say("found in")),
            show=lambda hit: "・".join(
                tr(field_of(type(hit.part), key).word) for key in hit.found_in
            ),
        ),
    )


def _number(hit: Named, tr: Translator) -> str:
    """Return the number of a part as people know it; of a section, behind that of its plan."""
    if hit.id is None:
        return ""
    plan_id, in_section, _ = hit.id.partition("(")
    return (
        tr.number(PartKind.PLAN, plan_id) + hit.number
        if in_section
        else tr.number(hit.kind, plan_id)
    )


def hits_table(hits: tuple[Named, ...], words: str, plan: Plan, tr: Translator) -> Table[Named]:
    """Return several parts that the words may mean, to choose from."""
    in_texts = any(hit.found_in for hit in hits)
    what = (
        say("Nothing is called “{words}”; these texts have it:", words=words)
        if in_texts
        else say("“{words}” matches several parts:", words=words)
    )
    shown = ("kind", "id", "title", *(("found_in",) if in_texts else ()))
    return Table(
        hit_columns(tr),
        lines_of(hits),
        f"{plan.year}  {tr(what)}",
        tr(_how_to_name_one(hits, tr)),
        narrow=shown,
        exported=shown,
        subject=page_heading(plan, tr(what)),
    )


def _how_to_name_one(hits: tuple[Named, ...], tr: Translator) -> Message:
    hit = next((hit for hit in hits if hit.id), None)
    if hit is None:
        return say("Name one by its whole name: plan show {name}", name=shell_word(hits[0].title))
    return say("Name one: by its whole name, or as {example}", example=_example(hit, tr))


def _example(hit: Named, tr: Translator) -> str:
    label = {
        PartKind.GOAL: terms.GOAL,
        PartKind.PRIORITY: terms.PRIORITY,
        PartKind.MANAGEMENT: terms.MANAGEMENT,
    }.get(hit.kind)
    word = tr(label) if label else ""
    # Words need no quotes here, and single ones would mean nothing on Windows.
    return f"plan show {word}{' ' if word.isascii() and word else ''}{hit.id}"
