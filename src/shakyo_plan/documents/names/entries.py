"""Entries printed over several lines, or without their bullet: what belongs together."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import ends_like_a_name, open_brackets, read_group
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.marks import MarkReader
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.sketch import Item, Sketch
from shakyo_plan.message import say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NEVER_FIRST = lazy_pattern(
    r"[をにへがはでやもとー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ、。）)」』】]|の(?!び)"
)
_TWO_ENTRIES = lazy_pattern(
    r"の(?:実施|開催|推進|運営|充実|強化|支援|発行|設置|養成|育成|整備|採用|奨励)"
    r"(?=[ 　]*[・○●\-－]?[ 　]*[^の（()）・、。をがはにへとやもで及並等し者費的に ・\-－])"
)
"""The end of an entry in its middle."""
_NO_BEGINNING = lazy_pattern(r"(?:業|等|への|との|及び|並びに)")


class Entries:
    """Puts the lines of lists together."""

    def __init__(self, known: KnownNames, marks: MarkReader, sketch: Sketch) -> None:
        """Take the names that are known, and the sketch that doubts go into."""
        self._known = known
        self._marks = marks
        self._sketch = sketch

    def of_programs(self, items: list[Item]) -> list[Item]:
        """Return the entries of a list of programs, each with all its lines in its text."""
        return [entry for item in items for entry in self._settled(item)]

    def of_words(self, items: list[Item]) -> list[Item]:
        """Return the entries of a list of actions or items, each with all its lines in its text."""
        return [entry for item in items for entry in self._words(item)]

    def _settled(self, item: Item) -> Iterator[Item]:
        first, *rest = item.lines or [item.line]
        current = item
        current.lines = [first]
        found = [current]
        for line in rest:
            if current.facts:
                current.lines.append(line)
                continue
            taken = self._take(
                current, line, is_group=read_group(current.text) is not None or bool(current.nested)
            )
            if taken is not None:
                current = taken
                found.append(taken)
        yield from found

    def _take(self, current: Item, line: Line, *, is_group: bool) -> Item | None:
        """Add a line to the entry above it; returns it as an entry of its own where it is one."""
        text, sketch = line.title, self._sketch
        whole = current.text + text
        if (
            open_brackets(current.text) > 0
            or _NEVER_FIRST.match(text)
            or _NO_BEGINNING.fullmatch(text)
        ):
            self._join(
                current,
                line,
                whole,
                sure=open_brackets(whole) == 0
                and (open_brackets(current.text) > 0 or self._knows(whole)),
            )
        elif self._knows(whole) and not self._knows(current.text):
            self._join(current, line, whole, sure=True)
        elif is_group and not (self._knows(text) and not self._marks.read(text).has_marks):
            current.nested.append(Item(line, text, [line]))
            if line.block.indent < 1 and not self._marks.read(text).has_marks:
                sketch.doubt(
                    Code.NO_MARK, line, text,
                    say("a line without a bullet below a group was taken for a program of the group"),
                    (text,),
                )  # fmt: skip
        elif (
            self._knows(current.text)
            or self._knows(text)
            or (ends_like_a_name(current.text) and ends_like_a_name(text))
        ):
            sketch.doubt(
                Code.NO_MARK, line, text,
                say("a line without number or bullet was taken for an entry of its own"),
                (whole,),
            )  # fmt: skip
            return Item(line, text, [line])
        else:
            self._join(current, line, whole, sure=False)
        return None

    def _join(self, current: Item, line: Line, whole: str, *, sure: bool) -> None:
        current.text = whole
        current.lines.append(line)
        if not sure:
            self._sketch.doubt(
                Code.JOINED_LINES, line, whole,
                say("a line without number or bullet was taken for the rest of the entry above it"),
                (line.title,),
            )  # fmt: skip

    def _knows(self, text: str) -> bool:
        return self._known.knows(self._marks.read(text).name)

    def _doubt_joined(self, item: Item) -> None:
        """Doubt an entry that looks like two: with a bullet, a gap, or the end of an entry in its middle."""
        found = _TWO_ENTRIES.search(item.text)
        if found and ends_like_a_name(item.text):
            at = found.end()
            self._sketch.doubt(
                Code.MAYBE_SPLIT, item.line, item.text,
                say("it may be two entries that were run together"),
                (f"{item.text[:at].strip()} ／ {item.text[at:].strip(' 　・-－')}",),
            )  # fmt: skip

    def _words(self, item: Item) -> Iterator[Item]:
        self._doubt_joined(item)
        first, *rest = item.lines or [item.line]
        current = item
        current.lines = [first]
        found = [current]
        for line in rest:
            text = line.title
            goes_on = _NEVER_FIRST.match(text) or open_brackets(current.text) > 0
            if not goes_on and ends_like_a_name(current.text) and ends_like_a_name(text):
                self._sketch.doubt(
                    Code.NO_MARK, line, text,
                    say("a line without number or bullet was taken for an entry of its own"),
                    (current.text + text,),
                )  # fmt: skip
                current = Item(line, text, [line])
                found.append(current)
            else:
                self._join(current, line, current.text + text, sure=False)
        yield from found
