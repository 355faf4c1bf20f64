"""Making edits in the text of a plan file, and making sure that they did what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from shakyo_plan.editing.splices import CannotEdit, Splice, Splicer
from shakyo_plan.source.document import Document, read_document
from shakyo_plan.values.edit import Drop, Edit, InsertAfter, Rewrite, Shelve
from shakyo_plan.values.place import Place


def apply(document: Document, groups: Sequence[Sequence[Edit]]) -> tuple[str, tuple[int, ...]]:
    """Make the edits in the text of a sound document.

    The edits of a group belong together: all are made, or none. A group that touches what an earlier
    one has changed is left out, to be made in another round; so is one after which the text would
    not be read as the edits say.

    Returns:
        The new text, and the numbers of the groups that were made.
    """
    made = _fitting(document, groups)
    text = _spliced(document.text, [splice for _, splices in made for splice in splices])
    numbers = tuple(number for number, _ in made)
    if _reads_as(text, document.data, [groups[number] for number in numbers]):
        return text, numbers
    # One of them spoils it: each is tried alone, and the first that holds is made.
    for number, splices in made if len(made) > 1 else ():
        text = _spliced(document.text, splices)
        if _reads_as(text, document.data, [groups[number]]):
            return text, (number,)
    return document.text, ()


def _fitting(
    document: Document, groups: Sequence[Sequence[Edit]]
) -> list[tuple[int, list[Splice]]]:
    splicer = Splicer(document)
    made: list[tuple[int, list[Splice]]] = []
    taken: list[Splice] = []
    thinned: dict[Place, int] = {}
    for number, edits in enumerate(groups):
        try:
            splices = splicer.splices(edits)
        except CannotEdit:
            continue
        drops = [edit.place[:-1] for edit in edits if isinstance(edit, (Drop, Shelve))]
        # Two groups that each take out a part may not empty a list between them.
        if any(parent in thinned for parent in drops):
            continue
        if any(_touch(one, other) for one in splices for other in taken):
            continue
        thinned.update(dict.fromkeys(drops, 1))
        taken += splices
        made.append((number, splices))
    return made


def _touch(one: Splice, other: Splice) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _spliced(text: str, splices: Iterable[Splice]) -> str:
    pieces, at = [], 0
    for splice in sorted(splices):
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, text[at:]])


def _reads_as(text: str, data: Any, groups: Sequence[Sequence[Edit]]) -> bool:
    document = read_document(text.encode("utf-8", "surrogatepass"))
    return not document.findings and document.data == changed(data, groups)


def changed(data: Any, groups: Sequence[Sequence[Edit]]) -> Any:
    """Return the data as the edits say that it should be."""
    result = deepcopy(data)
    edits = [edit for group in groups for edit in group]
    # Rewriting moves nothing; then from the back, so that a place still means what it meant.
    for edit in edits:
        if isinstance(edit, Rewrite):
            _parent(result, edit.place)[edit.place[-1]] = edit.text
    moving = [edit for edit in edits if not isinstance(edit, Rewrite)]
    for edit in sorted(moving, key=lambda edit: _order(edit.place), reverse=True):
        parent, last = _parent(result, edit.place), edit.place[-1]
        if isinstance(edit, InsertAfter):
            assert isinstance(last, int)  # noqa: S101 - a place in a list
            parent[last + 1 : last + 1] = edit.texts
        else:
            del parent[last]
    return result


def _parent(data: Any, place: Place) -> Any:
    for step in place[:-1]:
        data = data[step]
    return data


def _order(place: Place) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in place
    )
