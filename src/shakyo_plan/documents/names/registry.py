"""The registry of the draft: its programs, and what the document says of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from shakyo_plan.documents.doubts import Code
from shakyo_plan.documents.names.marks import FACTS
from shakyo_plan.documents.names.splitting import Cited
from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.recognition.fact_words import TEXTS
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.message import Message, say
from shakyo_plan.model import Commission, Status
from shakyo_plan.model.words import commission_word, status_word
from shakyo_plan.values.lazy_pattern import lazy_pattern

_FORMER = lazy_pattern(
    r"^(?:従来の|これまでの|昨年度の)?[「『]?(?P<name>[^、。「」『』]{2,30}?)[」』]?を(?P<how>改編|改称|見直|再編|統合)"
)
_HOW = {
    "改編": "restructured",
    "再編": "restructured",
    "見直": "restructured",
    "統合": "merged",
    "改称": "restructured",
}


@dataclass
class Registered:
    """A program of the registry, as far as the document tells."""

    name: str
    line: Line
    values: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)
    formerly: dict[str, None] = field(default_factory=dict)
    distinct_from: dict[str, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


class Registry:
    """The programs of the draft, in the order in which they are first cited."""

    def __init__(self, sketch: Sketch) -> None:
        """Take the sketch that doubts go into."""
        self._sketch = sketch
        self.programs: dict[str, Registered] = {}
        self._told: set[tuple[str, str, str]] = set()
        """Programs, keys and values that a doubt told of already."""

    def entry(self, name: str, line: Line) -> Registered:
        """Return the program of this name; ``line`` is where a new one was printed first."""
        return self.programs.setdefault(name, Registered(name, line))

    def register(self, cited: Cited, name: str) -> None:
        """Put a citation into the registry, under its name."""
        entry = self.entry(name, cited.line)
        cited.name = name
        named = cited.named
        for key in ("status", "commissioned_by", "district", *FACTS):
            value = getattr(named, key)
            if value is not None:
                self.set_value(entry, key, value, cited.line)
        for key, value in cited.facts.items():
            self.set_value(entry, key, value, cited.line)
        entry.tags |= dict.fromkeys(named.tags)

    def set_value(self, entry: Registered, key: str, value: str, line: Line) -> None:
        """Record a value; another one than before is a doubt, and the first one stays; texts are added to."""
        before = entry.values.setdefault(key, value)
        if key in TEXTS:
            if value not in before:
                entry.values[key] = f"{before}\n{value}"
            return
        told = entry.name, key, value
        if before == value or told in self._told:
            return
        self._told.add(told)
        self._sketch.doubt(
            Code.MARKS_DISAGREE, line, f"{entry.name}: {before}",
            say("another place of the document says {other}", other=_words(key, value)), (value,),
        )  # fmt: skip

    def override(self, entry: Registered, key: str, value: str, line: Line) -> None:
        """Record what a table says: it goes before a list, and where they differ, that is a doubt."""
        before = entry.values.get(key)
        if before is not None and before != value:
            self._told.add((entry.name, key, before))
            self._sketch.doubt(
                Code.MARKS_DISAGREE, line, f"{entry.name}: {value}",
                say(
                    "the list says {other}; what is told at length was taken",
                    other=_words(key, before),
                ), (before,),
            )  # fmt: skip
        entry.values[key] = value

    def note_former(self, entry: Registered, content: str) -> str | None:
        """Read of what a program was made (介護講座を改編し…); returns the status that this means."""
        found = _FORMER.match(content.strip())
        if found is None:
            return None
        entry.formerly[found["name"]] = None
        return _HOW[found["how"]]

    def add_alias(self, name: str, alias: str, line: Line) -> None:
        """Note another way to write the name of a program."""
        if alias != name:
            self.entry(name, line).aliases[alias] = None


def _words(key: str, value: str) -> Message:
    """Return a value in the words that people know: 新規 for new."""
    if key == "status" and value in set(Status):
        return status_word(Status(value))
    if key == "commissioned_by" and value in set(Commission):
        return commission_word(Commission(value))
    return say("{reason}", reason=value)
