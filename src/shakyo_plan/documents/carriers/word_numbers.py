"""The numbers that Word prints before paragraphs; they stand nowhere in the text of a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from shakyo_plan.documents.outline.mark import kana_at

_MOST_LEVELS = 9
_SYMBOLS = {
    # What bullets of the fonts Symbol and Wingdings are, by their code in the private area.
    0xB7: "・", 0xA7: "■", 0xD8: "➢", 0xFC: "✓", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0x76: "❖", 0xA8: "□",
    0x6F: "○", 0x71: "□", 0x9F: "・", 0xA1: "○", 0xA6: "■", 0xAA: "◆",
}  # fmt: skip


class Level(NamedTuple):
    """One level of a list."""

    start: int
    format: str
    text: str
    """How the number is printed, with ``%1`` for the number of the first level."""
    indent: int
    """How far in it begins, in twentieths of a point."""


class Numbering:
    """The lists of a document; it counts while the document is read from top to bottom."""

    def __init__(self, part: Any, w: str) -> None:
        """Take the element of the part ``numbering.xml``, or None where there is none."""
        self._w = w
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._style_lists: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if part is not None:
            self._read(part)

    def level(self, number: str, depth: int) -> Level | None:
        """Return a level of a list, with what the list itself changes of it."""
        abstract, own = self._lists.get(number, ("", {}))
        return own.get(depth) or self._abstract.get(abstract, {}).get(depth)

    def next_mark(self, number: str, depth: int) -> str:
        """Count one paragraph further, and return what Word prints before it."""
        level = self.level(number, depth)
        if level is None or number not in self._lists:
            return ""
        abstract = self._lists[number][0]
        # Lists of one kind count on, but for the level that a list starts anew.
        counts = self._counts.setdefault(abstract, [None] * _MOST_LEVELS)
        restart = self._restarts.get(number, {}).get(depth)
        if restart is not None and (number, depth) not in self._started:
            counts[depth] = restart - 1
        self._started.add((number, depth))
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        for deeper in range(depth + 1, _MOST_LEVELS):
            counts[deeper] = None
        if level.format == "bullet":
            return _symbol(level.text)
        if level.format == "none":
            return level.text if "%" not in level.text else ""
        return self._filled(number, level, counts)

    def _filled(self, number: str, level: Level, counts: list[int | None]) -> str:
        text = level.text
        for depth in range(_MOST_LEVELS):
            sign = f"%{depth + 1}"
            if sign in text:
                there = self.level(number, depth)
                count = counts[depth]
                if count is None:
                    count = there.start if there else 1
                text = text.replace(sign, written(count, there.format if there else "decimal"))
        return text

    def _read(self, part: Any) -> None:
        w = self._w
        for abstract in part.iterchildren(f"{w}abstractNum"):
            levels = dict(self._levels(abstract))
            self._abstract[abstract.get(f"{w}abstractNumId", "")] = levels
        for number in part.iterchildren(f"{w}num"):
            ref = number.find(f"{w}abstractNumId")
            key = number.get(f"{w}numId", "")
            own: dict[int, Level] = {}
            for override in number.iterchildren(f"{w}lvlOverride"):
                own.update(self._levels(override))
                start = override.find(f"{w}startOverride")
                if start is not None:
                    depth = _int(override.get(f"{w}ilvl"))
                    self._restarts.setdefault(key, {})[depth] = _int(start.get(f"{w}val"), 1)
            self._lists[key] = (ref.get(f"{w}val", "") if ref is not None else "", own)

    def _levels(self, parent: Any) -> Iterator[tuple[int, Level]]:
        w = self._w
        for level in parent.iterchildren(f"{w}lvl"):

            def value(name: str, level: Any = level) -> str | None:
                found = level.find(f"{w}{name}")
                return None if found is None else found.get(f"{w}val")

            indent = level.find(f"{w}pPr/{w}ind")
            left = indent.get(f"{w}left") or indent.get(f"{w}start") if indent is not None else None
            yield (
                _int(level.get(f"{w}ilvl")),
                Level(
                    _int(value("start"), 1),
                    value("numFmt") or "decimal",
                    value("lvlText") or "",
                    _int(left),
                ),
            )


def written(count: int, form: str) -> str:
    """Return a number in one of Word's forms."""
    match form:
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(count).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return chr(ord("①") + count - 1) if 1 <= count <= 20 else f"({count})"
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalZero":
            return f"{count:02}"
        case "aiueoFullWidth" | "aiueo":
            return kana_at(count)
        case "irohaFullWidth" | "iroha":
            return kana_at(count, iroha=True)
        case "upperRoman":
            return chr(ord("Ⅰ") + count - 1) if 1 <= count <= 12 else str(count)
        case "lowerRoman":
            return chr(ord("ⅰ") + count - 1) if 1 <= count <= 12 else str(count)
        case "upperLetter":
            return chr(ord("A") + (count - 1) % 26)
        case "lowerLetter":
            return chr(ord("a") + (count - 1) % 26)
        case (
            "japaneseCounting"
            | "ideographDigital"
            | "japaneseDigitalTenThousand"
            | "chineseCounting"
        ):
            return _kanji(count)
        case _:
            return str(count)


def _kanji(count: int) -> str:
    digits = "一二三四五六七八九"
    if not 1 <= count <= 99:
        return str(count)
    tens, ones = divmod(count, 10)
    return (("" if tens == 1 else digits[tens - 1]) + "十" if tens else "") + (
        digits[ones - 1] if ones else ""
    )


def _symbol(text: str) -> str:
    if not text:
        return ""
    code = ord(text[0])
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, "・")
    return "-" if unicodedata.category(text[0]) == "Pd" else text


def _int(text: str | None, other: int = 0) -> int:
    try:
        return int(float(text)) if text else other
    except ValueError:
        return other
