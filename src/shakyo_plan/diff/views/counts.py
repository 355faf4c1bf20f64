"""How many changes there are, as a table: by what they are about, and what happened to it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import NamedTuple

from shakyo_plan.diff import ITEMS, ChangeKind, Item
from shakyo_plan.diff.telling import Told
from shakyo_plan.diff.views.words import KINDS, comparison_title, routine_words, totals
from shakyo_plan.language import Translator
from shakyo_plan.message import say
from shakyo_plan.model.kinds import KIND_WORDS
from shakyo_plan.output.table import Column, Table, lines_of


class Counted(NamedTuple):
    """The changes to one kind of part, counted by what happened."""

    item: Item
    kinds: Counter[ChangeKind]

    def times(self, kind: ChangeKind) -> int:
        """Return how often this happened."""
        return self.kinds[kind]

    def shown(self, kind: ChangeKind) -> str:
        """Return the same for people, who are shown no noughts."""
        return str(self.kinds[kind] or "")


def counts_table(told: Told, tr: Translator) -> Table[Counted]:
    """Return the counts, a row for each kind of part that changed, a column for each kind of change."""
    comparison = told.comparison
    rows = [
        Counted(item, Counter(change.kind for change in comparison.changes if change.item is item))
        for item in ITEMS
    ]
    columns: list[Column[Counted]] = [
        Column("item", tr(say("about")), show=lambda row: tr(KIND_WORDS[row.item]))
    ]
    columns += [
        Column(
            kind.value,
            tr(KINDS[kind]),
            value=partial(Counted.times, kind=kind),
            show=partial(Counted.shown, kind=kind),
            right=True,
        )
        for kind in ChangeKind
        if comparison.kinds[kind]
    ]
    left_out = routine_words(told.routine)
    footer = [totals(comparison), *([left_out] if left_out else [])]
    return Table(
        tuple(columns),
        lines_of(row for row in rows if row.kinds),
        title=comparison_title(comparison),
        footer="\n".join(map(tr, footer)),
    )
