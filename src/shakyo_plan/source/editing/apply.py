"""Making edits in the text of a plan file, and making sure that they did what they say."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from typing import Any, TypeAlias

from shakyo_plan.source.document import Document, read_document
from shakyo_plan.source.editing.edit import (
    AddKeys,
    CommentOut,
    Drop,
    Edit,
    Fill,
    InsertAfter,
    Rewrite,
)
from shakyo_plan.source.editing.splices import CannotEdit, Splice, Splicer
from shakyo_plan.source.formatting.marks import comment_marks
from shakyo_plan.values.data_path import DataPath, value_at

_Made: TypeAlias = tuple[int, list[Splice]]
"""The number of a group, and its splices of the text."""


def apply(
    document: Document,
    groups: Sequence[Sequence[Edit]],
    sound: Callable[[Any], bool] = lambda _: True,
    *,
    keeps_comments: bool = False,
) -> tuple[str, tuple[int, ...]]:
    """Make the edits in the text of a sound document.

    The edits of a group belong together: all are made, or none. A group that touches what an earlier
    one has changed is left out, to be made in another round; so is one after which the text would
    not be read as the edits say, or its data would no longer be ``sound``, or, with ``keeps_comments``,
    a comment would be gone.

    Returns:
        The new text, and the numbers of the groups that were made.
    """

    said = _comments(document) if keeps_comments else Counter()

    def holding(made: list[_Made]) -> list[_Made]:
        """Return those that hold, all together; without the ones that spoil it."""
        text = _spliced(document.text, made)
        chosen = [groups[number] for number, _ in made]
        if not made or _reads_as(text, changed(document.data, chosen), sound, said):
            return made
        half = len(made) // 2
        if not half:
            return []
        first, second = holding(made[:half]), holding(made[half:])
        if first and second and len(first) + len(second) < len(made):
            return holding([*first, *second])
        return first or second

    made = holding(_fitting(document, groups, keeps_comments=keeps_comments))
    return _spliced(document.text, made), tuple(number for number, _ in made)


def _fitting(
    document: Document, groups: Sequence[Sequence[Edit]], *, keeps_comments: bool
) -> list[_Made]:
    """Return the groups that do not get in the way of an earlier one."""
    splicer = Splicer(document, keeps_comments=keeps_comments)
    made: list[_Made] = []
    taken: list[Splice] = []
    thinned: Counter[DataPath] = Counter()
    for number, edits in enumerate(groups):
        try:
            splices = splicer.splices(edits)
        except CannotEdit:
            continue
        drops = Counter(edit.place[:-1] for edit in edits if isinstance(edit, (Drop, CommentOut)))
        # Groups that each take out a part may not empty a list between them.
        if any(
            parent in thinned and thinned[parent] + n >= len(value_at(document.data, parent))
            for parent, n in drops.items()
        ):
            continue
        if any(_touches(splice, taken) for splice in splices):
            continue
        thinned.update(drops)
        for splice in splices:
            insort(taken, splice)
        made.append((number, splices))
    return made


def _touches(splice: Splice, taken: list[Splice]) -> bool:
    """Whether a splice gets in the way of one of those taken, which are sorted and apart."""
    at = bisect(taken, splice)
    return any(
        (splice.start < other.end and other.start < splice.end) or splice.start == other.start
        for other in taken[max(at - 1, 0) : at + 1]
    )


def _spliced(text: str, made: Iterable[_Made]) -> str:
    pieces, at = [], 0
    for splice in sorted(splice for _, splices in made for splice in splices):
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, text[at:]])


def _reads_as(text: str, data: Any, sound: Callable[[Any], bool], said: Counter[str]) -> bool:
    document = read_document(text.encode("utf-8", "surrogatepass"))
    if document.findings or document.data != data or not sound(data):
        return False
    return not said or said <= _comments(document)


def _comments(document: Document) -> Counter[str]:
    """Return the comments of a document, each with how often it stands there."""
    return Counter(
        document.lines[number - 1][column - 1 :].rstrip()
        for number, column in comment_marks(document)
    )


def changed(data: Any, groups: Sequence[Sequence[Edit]]) -> Any:
    """Return the data as the edits say that it should be."""
    result = deepcopy(data)
    edits = [edit for group in groups for edit in group]
    # Rewriting moves nothing; then from the back, so that a place still means what it meant.
    for edit in edits:
        if isinstance(edit, Rewrite):
            value_at(result, edit.place[:-1])[edit.place[-1]] = edit.text
    moving = [edit for edit in edits if not isinstance(edit, Rewrite)]
    for edit in sorted(moving, key=lambda edit: _order(edit.place), reverse=True):
        parent, last = value_at(result, edit.place[:-1]), edit.place[-1]
        match edit:
            case InsertAfter(_, entries):
                assert isinstance(last, int)  # noqa: S101 - a place in a list
                parent[last + 1 : last + 1] = deepcopy(entries)
            case Fill(_, entries):
                parent[last] = [*deepcopy(entries)]
            case AddKeys(_, entries):
                parent.update(deepcopy(entries))
            case _:
                del parent[last]
    return result


def _order(place: DataPath) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in place
    )
