"""YAML events to plain data and positions, refusing what plan files do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shakyo_plan.diagnostic import START, Finding, Position, Span
from shakyo_plan.message import Message, say
from shakyo_plan.source.events import (
    HAS_C_PARSER,
    MarkedYAMLError,
    YAMLError,
    fast_events,
    plain_events,
)
from shakyo_plan.source.line_slips import as_quoted
from shakyo_plan.source.parted import PartedTexts
from shakyo_plan.source.scalars import resolve
from shakyo_plan.source.swallowed import swallowed_entry
from shakyo_plan.source.syntax import explain
from shakyo_plan.values.data_path import ROOT, DataPath

MAX_DEPTH = 32
"""A plan is eight levels deep; what nests deeper than this is no plan."""


MAX_VALUES = 150_000
"""A plan of 5,000 programs has half as many; reading more of them would only take time."""


@dataclass
class Built:
    """The data of a text with where each piece stands; filled while the events go by."""

    data: Any = None
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    stopped: bool = False
    """Whether the parser gave up at the last of the findings, and what follows was not read."""


MAX_FINDINGS = 200
"""Who has mended so many runs the check again; more of them would only take time."""

PATIENCE = 200_000
"""Characters up to which the slow Python parser may have the last word; a real plan has 15,000."""


class _Enough(Exception):
    """Ends the reading of a text that nests, or errs, without end."""


def build(text: str, *, c_parser: bool = HAS_C_PARSER) -> Built:
    """Turn the text into data; with findings, the data is not to be used."""
    if c_parser:
        try:
            fast = _Builder(fast_events(text), text).built()
        except MarkedYAMLError as error:
            fast = Built(findings=[explain(error, text)], stopped=True)
        except YAMLError:
            fast = Built()
        # The C parser is believed when it finds a sound map; all else is rare, and has to read
        # the same on every machine, so the Python parser has the last word on it.
        sound = not fast.findings and isinstance(fast.data, dict)
        if sound or (len(text) > PATIENCE and (fast.findings or fast.data is not None)):
            return fast
    builder = _Builder(plain_events(text), text)
    try:
        return builder.built()
    except MarkedYAMLError as error:
        return Built(findings=[*builder.result.findings, explain(error, text)], stopped=True)
    except YAMLError:
        message = say("This cannot be read as YAML")
        return Built(findings=[Finding("P004", message, Span(START, START))])


class _Builder:
    """Walks the events once; each `_node` call reads one node and everything in it."""

    def __init__(self, events: Iterator[Event], text: str) -> None:
        self._events = events
        self._lines = text.split("\n")
        self._parted = PartedTexts(self._lines)
        self.result = Built()

    def built(self) -> Built:
        documents = 0
        try:
            for event in self._events:
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        message = say(
                            "A second document begins here (---); a plan file contains one plan"
                        )
                        self._refuse("P008", message, event)
                        break
                    self.result.data = self._node(next(self._events), ROOT)
        except _Enough:
            pass
        if not documents:
            message = say("The file is empty")
            self._add(Finding("P007", message, Span(START, START)))
        self.result.findings += islice(
            self._parted.findings(), MAX_FINDINGS - len(self.result.findings)
        )
        return self.result

    def _node(self, event: Event, place: DataPath, after: Position = START) -> Any:
        if isinstance(event, AliasEvent):
            self._refuse(
                "P010",
                say("Aliases (*{name}) are not used in plan files", name=event.anchor),
                event,
            )
            return None
        if len(self.result.values) >= MAX_VALUES:
            message = say(
                "There are more than {n} entries before this; no plan has so many", n=MAX_VALUES
            )
            self._refuse("P001", message, event)
            raise _Enough
        self._refuse_properties(event)
        if isinstance(event, ScalarEvent):
            if not event.style and event.end_mark.line > event.start_mark.line:
                key = self.result.keys.get(place)
                if swallowed := swallowed_entry(self._lines, event, key and key.start.line):
                    self._add(swallowed)
            nothing = event.value == "" and not event.style
            self.result.values[place] = self._gap(place, after) if nothing else _span(event, event)
            return resolve(event.value) if not event.style and not event.tag else event.value
        if len(place) >= MAX_DEPTH:
            self._refuse("P014", say("The lists nest too deeply here"), event)
            raise _Enough
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, place)
        return self._mapping(event, place)

    def _sequence(self, start: Any, place: DataPath) -> list[Any]:
        items: list[Any] = []
        after = _at(start.start_mark)
        while not isinstance(event := next(self._events), SequenceEndEvent):
            if start.flow_style and items and self._goes_on((*place, len(items) - 1), event):
                items[-1] = self._joined((*place, len(items) - 1), event)
                continue
            item = (*place, len(items))
            items.append(self._node(event, item, after))
            after = self.result.values[item].end if item in self.result.values else after
        self.result.values[place] = self._enclosing(start, event, place, len(items) - 1)
        return items

    def _mapping(self, start: Any, place: DataPath) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        key: str | None = None
        while not isinstance(event := next(self._events), MappingEndEvent):
            if (
                start.flow_style
                and key is not None
                and self._goes_on((*place, key), event, in_map=True)
            ):
                entries[key] = self._joined((*place, key), event)
                next(self._events)  # the value that YAML sees missing
                continue
            key = self._key(event, place)
            if key in entries:
                first = self.result.keys[(*place, key)].start.line
                message = say(
                    "Duplicate key {key}; the first is in line {n}",
                    key=key,
                    n=first,
                )
                span = _span(event, event)
                again = self._node(next(self._events), (*place, key, "(again)"))
                several = isinstance(entries[key], list) and isinstance(again, list)
                advice = (
                    say(
                        "Move the lines below this {key}: under the first, and delete this line",
                        key=key,
                    )
                    if several
                    else say("Keep one of the two")
                )
                self._add(Finding("P006", message, span, (*place, key), advice))
                continue
            self.result.keys[(*place, key)] = _span(event, event)
            entries[key] = self._node(next(self._events), (*place, key))
        self.result.values[place] = self._enclosing(start, event, place, key)
        return entries

    def _goes_on(self, before: DataPath, event: Event, *, in_map: bool = False) -> bool:
        return isinstance(event, ScalarEvent) and self._parted.goes_on(
            self.result.values.get(before), event, in_map=in_map
        )

    def _joined(self, place: DataPath, event: Event) -> str:
        text, self.result.values[place] = self._parted.joined(
            self.result.values[place], _at(event.end_mark)
        )
        return text

    def _key(self, event: Event, place: DataPath) -> str:
        if isinstance(event, ScalarEvent):
            self._refuse_properties(event)
            if event.value == "<<" and not event.style:
                self._refuse("P011", say("Merge keys (<<) are not used in plan files"), event)
            return str(event.value)
        if isinstance(event, AliasEvent):
            self._node(event, place)
            return f"*{event.anchor}"
        message = say("Found a list or a map instead of a key")
        advice = say("If this is a text with brackets, put the whole text in quotes")
        self._add(Finding("P004", message, _span(event, event), suggestion=advice))
        self._node(event, (*place, "(key)"))
        return f"(key at {event.start_mark.line}:{event.start_mark.column})"

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(
                "P009",
                say("Anchors (&{name}) are not used in plan files", name=event.anchor),
                event,
            )
        if event.tag is not None:
            self._refuse(
                "P012",
                say("Tags ({name}) are not used in plan files", name=_tag(event.tag)),
                event,
            )

    def _refuse(self, code: str, message: Message, event: Event) -> None:
        advice = {
            "P009": say("Delete it, and write the text out in each place"),
            "P010": say(
                "Write the text itself out; if the text really begins with *, put it in quotes"
            ),
            "P011": say("Write the keys out in each place"),
            "P012": say("Delete it; if the text really begins with !, put it in quotes"),
            "P008": say(
                "If the line only parts the plan, delete it; if two plans stand here, keep each in "
                "a file of its own"
            ),
        }.get(code)
        if code in ("P009", "P010", "P012"):
            advice = as_quoted(self._lines[event.start_mark.line]) or advice
        self._add(Finding(code, message, _span(event, event), suggestion=advice))

    def _gap(self, place: DataPath, after: Position) -> Span:
        """Return where a value is left out: after its key, or after its dash in a list.

        The two parsers disagree here, so the place is found in the text.
        """
        if place in self.result.keys:
            end = self.result.keys[place].end
            at = Position(end.line, end.column + 1)
            return Span(at, at)
        for number in range(after.line, len(self._lines) + 1):
            dash = re.compile(r"\s*-(?=\s|$)").match(
                self._lines[number - 1], after.column - 1 if number == after.line else 0
            )
            if dash:
                at = Position(number, dash.end() + 1)
                return Span(at, at)
        return Span(after, after)

    def _add(self, finding: Finding) -> None:
        self.result.findings.append(finding)
        if len(self.result.findings) == MAX_FINDINGS:
            raise _Enough

    def _enclosing(self, start: Any, end: Any, place: DataPath, last: str | int | None) -> Span:
        """The span of a list or map: to its bracket in flow style, else to the end of its last entry."""
        if start.flow_style or last in (None, -1) or (*place, last) not in self.result.values:
            return _span(start, end if start.flow_style else start)
        return Span(_at(start.start_mark), self.result.values[*place, last].end)


def _tag(tag: object) -> str:
    return str(tag).replace("tag:yaml.org,2002:", "!!")


def _at(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _span(first: Event, last: Event) -> Span:
    return Span(_at(first.start_mark), _at(last.end_mark))
