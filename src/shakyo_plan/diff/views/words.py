"""Changes in a reader's words: what happened to what, before and after, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.diff import Basis, Change, ChangeKind, Comparison, Evidence, Item, Strength
from shakyo_plan.diff.grouping import Chapter, Group
from shakyo_plan.diff.views.measures import measures
from shakyo_plan.diff.views.values import value_text
from shakyo_plan.diff.wording import Pieces, compare_words, whole
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, say_n, translatable
from shakyo_plan.model.notation import IN_WIDTH, notation_difference
from shakyo_plan.values.fiscal_year import FiscalYear

KINDS = {
    ChangeKind.ADDED: translatable("added"),
    ChangeKind.REMOVED: translatable("removed"),
    ChangeKind.RENAMED: translatable("renamed"),
    ChangeKind.RENUMBERED: translatable("renumbered"),
    ChangeKind.MOVED: translatable("moved"),
    ChangeKind.SPLIT: translatable("split"),
    ChangeKind.MERGED: translatable("merged"),
    ChangeKind.CHANGED: translatable("changed"),
    ChangeKind.REORDERED: translatable("reordered"),
}
ITEMS = {
    Item.COUNCIL: translatable("council"),
    Item.LABELS: translatable("labels"),
    Item.PHILOSOPHY: translatable("philosophy"),
    Item.BASED_ON: translatable("plan above"),
    Item.POLICY: translatable("policy"),
    Item.PRIORITY: translatable("priority"),
    Item.ACTION: translatable("action"),
    Item.GOAL: translatable("goal"),
    Item.PLAN: translatable("basic plan"),
    Item.SECTION: translatable("section"),
    Item.GROUP: translatable("group"),
    Item.CITATION: translatable("citation"),
    Item.PROGRAM: translatable("program"),
    Item.MANAGEMENT: translatable("management"),
    Item.SUPPRESS: translatable("suppression"),
}
_FIELDS = {
    "name": translatable("name"),
    "title": translatable("heading"),
    "text": translatable("main text"),
    "id": translatable("number"),
    "aliases": translatable("aliases"),
    "formerly": translatable("former names"),
    "distinct_from": translatable("distinct from"),
    "status": translatable("status"),
    "district": translatable("district"),
    "districts": translatable("districts"),
    "commissioned_by": translatable("commissioned by"),
    "department": translatable("department"),
    "target": translatable("target group"),
    "purpose": translatable("purpose"),
    "content": translatable("content"),
    "follow_up": translatable("follow-up"),
    "notes": translatable("notes"),
    "schedule": translatable("schedule"),
    "budget": translatable("budget"),
    "funding": translatable("funding"),
    "group": translatable("heading of the group"),
    "examples": translatable("examples of the group"),
    "items": translatable("items"),
    "owner": translatable("owner"),
    "period": translatable("period"),
    "reason": translatable("reason"),
    "until": translatable("until"),
    "priority": translatable("word for priorities"),
    "goal": translatable("word for goals"),
    "plan": translatable("word for basic plans"),
}
_STRENGTHS = {
    Strength.CERTAIN: translatable("certain"),
    Strength.LIKELY: translatable("likely"),
    Strength.GUESS: translatable("a guess"),
}
_GROUNDS = {
    Basis.FORMERLY: translatable("the new entry names it as a former name"),
    Basis.NAME: translatable("the same but for notation"),
    Basis.ALIAS: translatable("named as an alias"),
    Basis.ID: translatable("the same number"),
    Basis.CONTENT: translatable("the same contents"),
    Basis.LIKENESS: translatable("a similar name"),
}
_PARTS = {
    Chapter.WHOLE: translatable("The whole plan"),
    Chapter.PRIORITIES: translatable("Priorities"),
    Chapter.UNCITED: translatable("Programs that no list cites"),
    Chapter.MANAGEMENT: translatable("Management"),
    Chapter.SUPPRESSIONS: translatable("Suppressed findings"),
}
_NAMED_BY_HEADING = frozenset({Item.GOAL, Item.PLAN, Item.PRIORITY, Item.MANAGEMENT})
_WORDED = frozenset(
    {"title", "text", "purpose", "content", "follow_up", "notes", "target", "reason", "items", None}
)
"""Fields that are compared word by word; None is the sentence of an action or the policy."""


@dataclass(frozen=True, slots=True)
class Described:
    """A change in words."""

    kind: str
    item: str
    subject: str
    """What it is about, where neither the heading nor the two sides say it."""
    field: str
    old: Pieces
    new: Pieces
    measures: tuple[str, ...]
    """How much it is."""
    ground: str
    """Why two parts count as the same."""
    guess: bool

    @property
    def notes(self) -> tuple[str, ...]:
        """All remarks."""
        return (*self.measures, self.ground) if self.ground else self.measures


def describe(change: Change, comparison: Comparison, tr: Translator) -> Described:
    """Put a change into the reader's words."""
    old, new = (value_text(value, change.field, tr) for value in (change.old, change.new))
    if (
        change.kind in (ChangeKind.RENAMED, ChangeKind.CHANGED)
        and change.field in _WORDED
        and old
        and new
    ):
        sides = compare_words(old, new)
    else:
        sides = whole(old), whole(new)
    evidence = change.evidence
    return Described(
        kind=tr(KINDS[change.kind]),
        item=tr(ITEMS[change.item]),
        subject=_subject(change),
        field="" if change.kind is ChangeKind.RENAMED else field_text(change.field, tr),
        old=sides[0],
        new=sides[1],
        measures=tuple(tr(measure) for measure in measures(change, comparison)),
        ground=tr(evidence_words(evidence, change.kind, change.old, change.new))
        if evidence
        else "",
        guess=evidence is not None and evidence.strength is Strength.GUESS,
    )


def field_text(field: str | None, tr: Translator) -> str:
    """Return what people call a field; the order within a group is told by the group's own words."""
    return tr(_FIELDS[field]) if field in _FIELDS else field or ""


def group_text(group: Group, tr: Translator) -> tuple[str, str]:
    """Return the heading of a group of changes, and the one below it, where there is one."""
    heading = (
        tr(say("Goal {id} {title}", id=group.goal.id, title=group.goal.title))
        if group.goal
        else tr(_PARTS[group.chapter])
    )
    return heading, f"{group.below.id} {group.below.title}" if group.below else ""


def evidence_words(
    evidence: Evidence, kind: ChangeKind, old: object = None, new: object = None
) -> Message:
    """Return why two parts count as the same, and how sure that is; a guess is called one.

    Of names that look the same, ``old`` and ``new``, it is said which character differs.
    """
    grounds = [say(_GROUNDS[evidence.basis])]
    if evidence.basis is Basis.NAME and kind is not ChangeKind.RENAMED:
        grounds = [say("the same title")]
    if evidence.likeness is not None and evidence.strength is not Strength.CERTAIN:
        grounds.append(say("names {n}% similar", n=evidence.likeness))
    if evidence.shared:
        shown = evidence.shared[:5]
        if all(each.replace("-", "").isdigit() for each in evidence.shared):
            grounds.append(say("also cited in {ids}", ids=shown))
        else:
            grounds.append(say_n("{n} in common", "{n} in common", len(evidence.shared)))
    if evidence.basis is Basis.NAME and isinstance(old, str) and isinstance(new, str):
        difference = notation_difference(new, old)
        grounds += [difference] if difference != IN_WIDTH else []
    return say(
        "{strength}: {grounds}",
        strength=say(_STRENGTHS[evidence.strength]),
        grounds=tuple(grounds),
    )


def comparison_title(comparison: Comparison) -> str:
    """Return which plans are compared: their fiscal years, or their files if it is the same year."""
    old, new = comparison.old, comparison.new
    if old.fiscal_year == new.fiscal_year:
        return f"{FiscalYear(old.fiscal_year)}  {old.path} → {new.path}"
    return f"{FiscalYear(old.fiscal_year)} → {FiscalYear(new.fiscal_year)}"


def totals(comparison: Comparison) -> Message:
    """Return how many changes there are, by kind."""
    if not comparison.changes:
        return say("No differences")
    kinds = comparison.kinds
    each = tuple(
        say("{kind} {n}", kind=say(KINDS[kind]), n=kinds[kind])
        for kind in ChangeKind
        if kinds[kind]
    )
    return say(
        "{changes}: {each}",
        changes=say_n("{n} change", "{n} changes", len(comparison.changes)),
        each=each,
    )


def _subject(change: Change) -> str:
    if change.name is None or (change.item in _NAMED_BY_HEADING and change.field != "items"):
        return ""
    both_sides_named = change.kind in (ChangeKind.RENAMED, ChangeKind.SPLIT, ChangeKind.MERGED)
    whole_part = (
        change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and change.item is not Item.CITATION
    )
    sentence = change.item is Item.ACTION or change.field == "items"
    reworded = sentence and change.kind is ChangeKind.CHANGED
    return "" if both_sides_named or whole_part or reworded else change.name
