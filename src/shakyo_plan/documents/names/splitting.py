"""Entries that are several programs, and neighbours between which letters slipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.forms import (
    ends_like_a_name,
    fold,
    joints,
    open_brackets,
    read_group,
)
from shakyo_plan.documents.names.known import KnownNames
from shakyo_plan.documents.names.marks import MarkReader, Named
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.fact_words import take_labelled
from shakyo_plan.documents.recognition.sketch import Item, Sketch
from shakyo_plan.message import Message, say
from shakyo_plan.values.lazy_pattern import lazy_pattern

_PROGRAM_END = "事業"
_MOST_PARTS = 5
_SHORTEST = 4
_SEPARATORS = lazy_pattern(r"[、，,/／]|[ 　]+(?:及び[ 　]*)?")
_BULLET_WITHIN = lazy_pattern(
    r"(?<=\S)[ 　]*(?:[○●◎◆■□☆★◇]|(?<=[^0-9０-９ァ-ヴー])[-－–—](?=[ 　]))"
    r"[ 　]*(?:[ア-ン][ 　])?(?=\S)|[ 　]+[・･](?=\S)"
)
_NUMBER_WITHIN = lazy_pattern(
    r"(?<=\S)[ 　]+(?:[①-⑳]|[（(][0-9０-９]{1,2}[）)]|[ア-ン](?=[ 　]))[ 　]*(?=\S)"
)
_JOINED_AT = lazy_pattern(
    r"(?:事業|の(?:実施|開催|推進|運営|充実|強化|支援|発行|設置|養成|育成|整備)|への参加|づくり)(?=[^の（()）・、をがはにへとやもでより等化者費部課名称用及並])"
)


@dataclass
class Cited:
    """A program in a list, as one name."""

    name: str
    line: Line
    named: Named
    facts: dict[str, str] = field(default_factory=dict)
    content: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """All lines that its name was printed on."""


@dataclass
class Grouped:
    """A group in a list, with what is nested in it."""

    words: str
    examples: tuple[str, ...]
    line: Line
    programs: list[Cited] = field(default_factory=list)


Listed = Cited | Grouped


class Splitter:
    """Turns entries into programs and groups."""

    def __init__(self, known: KnownNames, marks: MarkReader, sketch: Sketch) -> None:
        """Take the names that are known, and the sketch that doubts go into."""
        self._known = known
        self._marks = marks
        self._sketch = sketch
        self._told: set[str] = set()
        self._told_tags: set[str] = set()

    def listed(self, items: list[Item]) -> list[Listed]:
        """Return what stands in a list."""
        self._mend_slips(items)
        found: list[Listed] = []
        for item in items:
            group = read_group(item.text)
            if group is not None or (
                item.nested and not item.content and not self._is_detail(item)
            ):
                words, examples = group or (self._marks.read(item.text).name, ())
                nested = [cited for inner in item.nested for cited in self._cited(inner)]
                found.append(Grouped(words, examples, item.line, nested))
            else:
                found += self._cited(item)
        return found

    def _is_detail(self, item: Item) -> bool:
        """Whether what is nested in an entry tells of it, rather than being programs: 会場：…, a sentence."""
        return all(
            "：" in inner.text or ":" in inner.text or inner.line.is_sentence
            for inner in item.nested
        )

    def _cited(self, item: Item) -> Iterator[Cited]:
        content = [*item.content, *(line for inner in item.nested for line in inner.lines)]
        told = {"content": "\n".join(line.title for line in content)} if content else {}
        take_labelled(told)
        for number, text in enumerate(self._parts(item)):
            named = self._marks.read(text)
            self._doubt_brackets(item, named)
            self._doubt_left(item, named)
            facts = {**told, **item.facts} if number == 0 else {}
            if named.content:
                facts["content"] = "\n".join(filter(None, (named.content, facts.get("content"))))
            yield Cited(
                named.name, item.line, named, facts, content if number == 0 else [], item.lines
            )

    def _doubt_brackets(self, item: Item, named: Named) -> None:
        if open_brackets(named.name) and not self._known.count(named.name) > 1:
            self._sketch.doubt(
                Code.OPEN_BRACKET,
                item.line,
                named.name,
                say("its brackets do not match; is a part missing?"),
            )

    def _doubt_left(self, item: Item, named: Named) -> None:
        """Doubt what stands behind a name and was not understood, and marks that nobody knows once each."""
        if named.left and not self._known.count(named.name) > 1:
            self._tell(
                item, named,
                say("“{left}” was left in the name; is it part of it?", left=named.left),
                named.name[: -len(named.left)].rstrip(),
            )  # fmt: skip
        if named.content:
            self._tell(
                item, named,
                say("“{rest}” stands behind the name, and was put into its content", rest=named.content),
                f"{named.name}　{named.content}",
            )  # fmt: skip
        for tag in named.unknown_tags:
            if tag not in self._told_tags:
                self._told_tags.add(tag)
                self._tell(
                    item,
                    named,
                    say("it is not known what “{mark}” means; it was made a tag", mark=tag),
                )

    def _tell(self, item: Item, named: Named, reason: Message, *candidates: str) -> None:
        self._sketch.doubt(Code.UNKNOWN_BRACKET, item.line, named.name, reason, candidates)

    def _parts(self, item: Item) -> tuple[str, ...]:
        text = item.text
        bare = self._marks.read(text).name
        if self._known.exact(bare) and fold(bare) in self._known.previous:
            return (text,)
        for pattern, reason in (
            (_BULLET_WITHIN, say("a bullet within the entry")),
            (_NUMBER_WITHIN, say("a number within the entry")),
        ):
            within = tuple(part.strip() for part in pattern.split(text) if part and part.strip())
            if len(within) > 1 and min(map(len, within)) > 1 and open_brackets(within[0]) == 0:
                self._sketch.doubt(Code.SPLIT, item.line, " ／ ".join(within), reason, (text,))
                return within
        parts = self._at_joints(text)
        if parts is not None:
            self._tell_split(item, text, parts)
            return parts
        return self._run_together(item, bare, text)

    def _at_joints(self, text: str) -> tuple[str, ...] | None:
        for pieces in (joints(text), tuple(_SEPARATORS.split(text))):
            if not 1 < len(pieces) <= _MOST_PARTS or any(open_brackets(piece) for piece in pieces):
                continue
            separated = pieces != joints(text)
            for count in range(len(pieces) - 1, 0, -1):
                for cuts in combinations(range(1, len(pieces)), count):
                    parts = _rejoined(pieces, cuts)
                    if all(self._stands_alone(part, strict=separated) for part in parts):
                        return parts
        return None

    def _stands_alone(self, part: str, *, strict: bool) -> bool:
        named = self._marks.read(part)
        if len(named.name) < _SHORTEST:
            return False
        known = self._known.knows(named.name) or (
            not strict and self._known.by_core(named.name) is not None
        )
        return known or (named.has_marks and not strict) or named.name.endswith(_PROGRAM_END)

    def _tell_split(self, item: Item, text: str, parts: tuple[str, ...]) -> None:
        names = [self._marks.read(part).name for part in parts]
        if all(self._known.knows(name) for name in names) or fold(text) in self._told:
            return
        if all(self._marks.read(part).has_marks for part in parts):
            return
        self._told.add(fold(text))
        self._sketch.doubt(
            Code.SPLIT, item.line, " ／ ".join(names),
            say("“・” was taken to join several programs"),
            (text,),
        )  # fmt: skip

    def _run_together(self, item: Item, bare: str, text: str) -> tuple[str, ...]:
        """Find two names that stand in one entry with nothing between them."""
        if self._known.count(bare) > 1 or fold(bare) in self._told:
            return (text,)
        for at in range(_SHORTEST, len(bare) - _SHORTEST + 1):
            first, second = bare[:at], bare[at:].lstrip("・ 　、-－")
            both = self._known.knows(first), self._known.knows(second)
            if all(both):
                self._sketch.doubt(
                    Code.SPLIT, item.line, f"{first} ／ {second}",
                    say("two names that stand alone elsewhere stand in one entry"), (bare,),
                )  # fmt: skip
                return (first, text[text.index(bare) + at :].lstrip("・ 　、-－"))
            if any(both) and ends_like_a_name(first) and ends_like_a_name(second):
                return self._maybe(item, bare, text, first, second)
        found = _JOINED_AT.search(bare)
        if (
            found
            and _SHORTEST <= found.end() <= len(bare) - _SHORTEST
            and ends_like_a_name(bare[found.end() :])
        ):
            return self._maybe(item, bare, text, bare[: found.end()], bare[found.end() :])
        pieces = [
            piece for piece in joints(bare) if self._known.knows(piece) and len(piece) >= _SHORTEST
        ]
        if pieces and len(joints(bare)) > 1:
            self._told.add(fold(bare))
            self._sketch.doubt(
                Code.MAYBE_SPLIT, item.line, bare,
                say("a part of the entry is alone elsewhere; is it one program or several?"),
                (" ／ ".join(joints(bare)),),
            )  # fmt: skip
        return (text,)

    def _maybe(self, item: Item, bare: str, text: str, first: str, second: str) -> tuple[str, ...]:
        self._told.add(fold(bare))
        self._sketch.doubt(
            Code.MAYBE_SPLIT, item.line, bare,
            say("it may be two programs that were run together"), (f"{first} ／ {second}",),
        )  # fmt: skip
        return (text,)

    def _mend_slips(self, items: list[Item]) -> None:
        """Put letters back that stand in the neighbour: 作成事 and 業緊急… become 作成事業 and 緊急…."""
        for one, other in pairwise(items):
            if self._known.count(one.text) > 1 and self._known.count(other.text) > 1:
                continue
            mended = self._mended(one.text, other.text)
            if mended is None:
                continue
            reason = say(
                "letters seem to have slipped between two entries: “{one}” and “{other}”",
                one=one.text, other=other.text,
            )  # fmt: skip
            for item, text in ((one, mended[0]), (other, mended[1])):
                self._sketch.doubt(Code.SLIPPED, item.line, text, reason, (item.text,))
                item.text = text

    def _mended(self, one: str, other: str) -> tuple[str, str] | None:
        for letters in range(1, 4):
            for first, second in (
                (one + other[:letters], other[letters:]),
                (one[:-letters], one[-letters:] + other),
            ):
                moved = one[-letters:] if len(first) < len(one) else other[:letters]
                if min(len(first), len(second)) >= _SHORTEST and moved.isalpha():
                    bare = self._marks.read(first).name, self._marks.read(second).name
                    if all(self._known.knows(name) for name in bare) and fold(first) != fold(one):
                        return first, second
        return None


def _rejoined(pieces: tuple[str, ...], cuts: tuple[int, ...]) -> tuple[str, ...]:
    edges = [0, *cuts, len(pieces)]
    return tuple("・".join(pieces[start:end]) for start, end in pairwise(edges))


def citations(listed: list[Listed]) -> list[Cited]:
    """Return all programs of a list, those in groups too."""
    found: list[Cited] = []
    for entry in listed:
        found += entry.programs if isinstance(entry, Grouped) else [entry]
    return found
