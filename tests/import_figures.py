"""How an import stands up to single changes of the printed text: same draft, a doubt at the spot, or silence."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from shakyo_plan.documents.doubts import Doubt
from shakyo_plan.documents.outline.numbering import read_label, read_mark
from shakyo_plan.values.name import fold_name
from tests.changed import KINDS, Change, changes, nearby
from tests.imports import imported


class Silent(NamedTuple):
    """A change that made another draft, and no doubt told of it."""

    change: Change
    line: str


def _names(doubt: Doubt, change: Change) -> bool:
    """Whether a doubt names the spot: it stands there, or tells of what is written there."""
    if doubt.block.where.line in set(nearby(change.text, change.line)):
        return True
    line = change.text.split("\n")[change.line - 1]
    words = fold_name(" ".join((doubt.printed, doubt.recorded, *doubt.candidates)))
    bare = fold_name(read_mark(line).rest.split("（新規")[0])
    if len(bare) >= 6 and bare in words:
        return True
    mark = read_mark(change.was).mark or (read_label(change.was) or (None,))[0]
    return (
        mark is not None
        and bool(mark.written)
        and fold_name(mark.written) in fold_name(str(doubt.reason))
    )


class Figures(NamedTuple):
    """What came of all changes."""

    same: Counter[str]
    doubted: Counter[str]
    silent: list[Silent]
    added: list[tuple[int, Change]]
    """How many doubts each change added."""


def figures(text: str, count: int) -> Figures:
    """Make the changes one by one, and import each."""
    base = imported(text)
    told = Counter((doubt.code, doubt.printed, str(doubt.reason)) for doubt in base.doubts)
    same: Counter[str] = Counter()
    doubted: Counter[str] = Counter()
    silent: list[Silent] = []
    added = []
    for change in changes(text, count):
        draft = imported(change.text)
        new = [
            doubt
            for doubt in draft.doubts
            if not told[doubt.code, doubt.printed, str(doubt.reason)]
        ]
        added.append((len(draft.doubts) - len(base.doubts), change))
        if draft.data == base.data:
            same[change.kind] += 1
            continue
        if any(_names(doubt, change) for doubt in new):
            doubted[change.kind] += 1
        else:
            silent.append(Silent(change, change.text.split("\n")[change.line - 1]))
    return Figures(same, doubted, silent, added)


def report(found: Figures) -> str:
    """Return the figures as a table."""
    missed = Counter(silent.change.kind for silent in found.silent)
    rows = [
        f"{kind:18}{found.same[kind]:6}{found.doubted[kind]:9}{missed[kind]:8}" for kind in KINDS
    ]
    rows.insert(0, f"{'kind':18}{'same':>6}{'doubted':>9}{'silent':>8}")
    rows.append(f"most doubts added by one change: {max(number for number, _ in found.added)}")
    return "\n".join(rows)
