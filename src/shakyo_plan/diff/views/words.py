"""Changes in a reader's words: what happened to what, before and after, and on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.diff import (
    Basis,
    Change,
    ChangeKind,
    CitedIn,
    Comparison,
    Evidence,
    Item,
    Strength,
)
from shakyo_plan.diff.account_changes import ACCOUNTS
from shakyo_plan.diff.changes import Heading
from shakyo_plan.diff.grouping import Chapter, Group
from shakyo_plan.diff.views.measures import measures
from shakyo_plan.diff.views.record_lines import differing_lines, is_of_records
from shakyo_plan.diff.views.values import in_group, moved_text, section_text, value_text
from shakyo_plan.diff.wording import Pieces, compare_words, whole
from shakyo_plan.language import Translator
from shakyo_plan.message import Message, say, say_n, translatable
from shakyo_plan.model import terms
from shakyo_plan.model.fields import Field, known_field
from shakyo_plan.model.kinds import KIND_WORDS
from shakyo_plan.model.notation import IN_WIDTH, notation_difference
from shakyo_plan.model.words import goal_words
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.plan_id import fold_plan_id

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
    Chapter.WHOLE: say("The whole plan"),
    Chapter.PRIORITIES: terms.PRIORITIES_HEAD,
    Chapter.PLANS: terms.PLANS_HEAD,
    Chapter.UNCITED: say("Programs that no list cites"),
    Chapter.MANAGEMENT: terms.MANAGEMENT_HEAD,
    Chapter.SUPPRESSIONS: say("Suppressed findings"),
}
_NAMED_BY_HEADING = frozenset({Item.GOAL, Item.PLAN, Item.PRIORITY, Item.MANAGEMENT})
_WHOLE = frozenset(
    {
        *("id", "name", "aliases", "status", "district", "commissioned_by", "department"),
        *("schedule", "budget", "owner", "period", "group"),
    }
)
"""Fields that are shown whole: a number, a name or a date is no prose to compare word by word."""


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
    field = known_field(change.item, change.field)
    # What another word is for would be said in that word.
    field_word = field and (say(field.title) if change.item is Item.LABELS else field.word)
    if change.kind is ChangeKind.MOVED:
        old, new = _moved(change, comparison, tr)
    else:
        old, new = _texts(change, field, tr)
    if (
        change.kind in (ChangeKind.RENAMED, ChangeKind.CHANGED)
        and change.field not in _WHOLE
        and old
        and new
    ):
        sides = compare_words(old, new)
    else:
        sides = whole(old), whole(new)
    evidence = change.evidence
    return Described(
        kind=tr(KINDS[change.kind]),
        item=tr(KIND_WORDS[change.item]),
        subject=_subject(change),
        field=""
        if change.kind is ChangeKind.RENAMED
        else tr(field_word)
        if field_word
        else change.field or "",
        old=sides[0],
        new=sides[1],
        measures=tuple(tr(measure) for measure in measures(change, comparison)),
        ground=tr(evidence_words(evidence, change.kind, change.old, change.new))
        if evidence
        else "",
        guess=evidence is not None and evidence.strength is Strength.GUESS,
    )


def _texts(change: Change, field: Field | None, tr: Translator) -> tuple[str, str]:
    """Return both sides as text; of lists of records, just the entries that differ."""
    sides = [side for side in (change.old, change.new) if side not in (None, ())]
    if change.kind is ChangeKind.CHANGED and sides and all(map(is_of_records, sides)):
        return differing_lines(change.old or (), change.new or (), tr)
    old, new = (value_text(value, field, tr) for value in (change.old, change.new))
    return old, new


def _moved(change: Change, comparison: Comparison, tr: Translator) -> tuple[str, str]:
    """Return from where to where; within one plan, only the groups in it are named."""
    old, new = change.old, change.new
    if isinstance(old, CitedIn) and isinstance(new, CitedIn) and old.plan and new.plan:
        titles = (
            side.titles.get(fold_plan_id(place.plan or ""))
            for side, place in ((comparison.old, old), (comparison.new, new))
        )
        same_plan = len({*titles}) == 1
        if same_plan and old.section and new.section and old.section != new.section:
            sides = ((old, comparison.old), (new, comparison.new))
            before, after = (
                in_group(section_text(place.plan or "", place.section or 0, side), place.group, tr)
                for place, side in sides
            )
            return before, after
        if same_plan and old.section == new.section:
            alone = tr(say("in no group"))
            return old.group or alone, new.group or alone
    return moved_text(old, comparison.old, tr), moved_text(new, comparison.new, tr)


_BELOW = {Chapter.PRIORITIES: Item.PRIORITY, Chapter.MANAGEMENT: Item.MANAGEMENT}
"""What stands below the headings of chapters, where it is no basic plan."""


def group_text(group: Group, tr: Translator) -> tuple[str, str]:
    """Return the heading of a group of changes, and the one below it, where there is one."""
    heading = (
        f"{_number(goal_words(group.goal.id, tr), group.goal, tr)} {group.goal.title}"
        if group.goal
        else tr(_PARTS[group.chapter])
    )
    if group.below is None:
        return heading, ""
    number = tr.number(_BELOW.get(group.chapter, Item.PLAN), group.below.id)
    return heading, f"{_number(number, group.below, tr)} {group.below.title}"


def _number(words: str, heading: Heading, tr: Translator) -> str:
    return tr(say("{id} (last year's number)", id=words)) if heading.of_last_year else words


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
    if evidence.differing:
        one, other = evidence.differing
        grounds.append(say("“{one}” is now “{other}”", one=one, other=other))
    if evidence.shared:
        shown = evidence.shared[:5]
        if all(shared.replace("-", "").isdigit() for shared in evidence.shared):
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


def routine_words(left_out: Counter[str], *, for_board: bool = False) -> Message | None:
    """Return what the year alone brought and is not told, in one sentence; None where nothing.

    A board does not want to know how it could be listed.
    """
    sentences = tuple(_routine(left_out))
    if not sentences:
        return None
    if for_board:
        return say("Not listed, as the year alone brings it: {what}", what=sentences)
    return say(
        "Not listed, as the year alone brings it (--routine lists it): {what}", what=sentences
    )


def _routine(left_out: Counter[str]) -> Iterator[Message]:
    new, former, moved = (left_out[field] for field in ("status", "formerly", "schedule"))
    if new:
        yield say_n(
            "{n} program that was new, expanded or restructured goes on",
            "{n} programs that were new, expanded or restructured go on",
            new,
        )
    if former:
        yield say_n(
            "the former name of {n} program is no longer written",
            "the former names of {n} programs are no longer written",
            former,
        )
    if moved:
        yield say_n("{n} schedule moved by the years", "{n} schedules moved by the years", moved)


def _subject(change: Change) -> str:
    if change.name is None or (change.item in _NAMED_BY_HEADING and change.field != "items"):
        return ""
    both_sides_named = change.kind in (ChangeKind.RENAMED, ChangeKind.SPLIT, ChangeKind.MERGED)
    whole_part = (
        change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
        and change.item is not Item.CITATION
        and change.field != ACCOUNTS
    )
    sentence = change.item is Item.ACTION or change.field == "items"
    reworded = sentence and change.kind is ChangeKind.CHANGED
    return "" if both_sides_named or whole_part or reworded else change.name
