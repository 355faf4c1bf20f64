"""Single changes to a printed text, as copying, scanning and retyping make them; always the same ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_ALIKE = [
    "カ力",
    "ー一",
    "ロ口",
    "ニ二",
    "エ工",
    "タ夕",
    "ト卜",
    "ハ八",
    "へヘ",
    "末未",
    "土士",
    "援授",
    "業菜",
    "福副",
    "支文",
    "者著",
    "見貝",
    "人入",
    "待侍",
    "会今",
    "体休",
    "実美",
    "受愛",
    "地他",
    "住佳",
    "活話",
    "進準",
    "画面",
    "項頂",
    "標漂",
    "推堆",
    "助肋",
    "成戒",
    "防妨",
    "育盲",
    "り リ".replace(" ", ""),
    "ぱば",
    "ポボ",
    "バパ",
]
"""Letters that are taken for each other."""
_ENTRY = re.compile(r"^(?P<bullet>-[ ]|[○●・][ 　]?)(?P<number>[ア-ン][ ])?(?P<text>.+)$")
_HEADING = re.compile(
    r"^(?:【.+】|基本目標.+|基本計画.+|[(（][0-9０-９]{1,2}[)）].+|[<＜].+[>＞]|[0-9]{1,2}[ ].+|令和.+事業(?:方針|計画)|.+の組織運営)$"
)


class Change(NamedTuple):
    """One change."""

    kind: str
    text: str
    """The whole text, changed."""
    line: int
    """The line of the changed text, from 1, where it was made."""
    was: str
    """What stood there."""


def changes(text: str, count: int, seed: int = 2024) -> list[Change]:
    """Return so many changes, of all kinds in equal shares."""
    chance = random.Random(seed)  # noqa: S311 - no secret, always the same
    makers = list(_MAKERS.items())
    lines = text.split("\n")
    found: list[Change] = []
    while len(found) < count:
        kind, make = makers[len(found) % len(makers)]
        made = make(list(lines), chance)
        if made is not None:
            changed, line, was = made
            found.append(Change(kind, "\n".join(changed), line, was))
    return found


Made = tuple[list[str], int, str] | None


def _pick(lines: list[str], pattern: re.Pattern[str], chance: random.Random) -> int:
    return chance.choice(
        [at for at, line in enumerate(lines) if pattern.match(line) and "。" not in line]
    )


def _heading_gone(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, _HEADING, chance)
    was = lines.pop(at)
    return lines, at + 1, was


def _heading_misspelt(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, _HEADING, chance)
    return _misread_in(lines, at, chance)


def _bullet_lost(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, _ENTRY, chance)
    was = lines[at]
    entry = _ENTRY.match(was)
    assert entry is not None
    lines[at] = entry["text"]
    return lines, at + 1, was


def _joined(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, _ENTRY, chance)
    second = _ENTRY.match(lines[at + 1]) if at + 1 < len(lines) else None
    if second is None:
        return None
    was = f"{lines[at]} {lines[at + 1]}"
    between = chance.choice(["", "・", " ", " - "])
    lines[at : at + 2] = [lines[at] + between + second["text"]]
    return lines, at + 1, was


def _wrapped(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, _ENTRY, chance)
    was = lines[at]
    entry = _ENTRY.match(was)
    assert entry is not None
    start = entry.start("text")
    if len(entry["text"]) < 4:
        return None
    cut = chance.randrange(start + 2, len(was) - 1)
    lines[at : at + 1] = [was[:cut], was[cut:]]
    return lines, at + 1, was


def _misread(lines: list[str], chance: random.Random) -> Made:
    return _misread_in(lines, _pick(lines, _ENTRY, chance), chance)


def _misread_in(lines: list[str], at: int, chance: random.Random) -> Made:
    was = lines[at]
    spots = [(n, letter, pair) for n, letter in enumerate(was) for pair in _ALIKE if letter in pair]
    if not spots:
        return None
    spot, letter, pair = chance.choice(spots)
    other = pair[1] if letter == pair[0] else pair[0]
    lines[at] = was[:spot] + other + was[spot + 1 :]
    return lines, at + 1, was


def _page_number(lines: list[str], chance: random.Random) -> Made:
    at = _pick(lines, re.compile(r".+"), chance)
    number = chance.choice(["12", "- 7 -", "－１３－", "P.5", "8/19", "１１", "― 4 ―"])
    lines[at:at] = [number, ""] if chance.random() < 0.5 else [number]
    return lines, at + 1, ""


def _other_signs(lines: list[str], chance: random.Random) -> Made:
    at = chance.choice(
        [
            n
            for n, line in enumerate(lines)
            if line and "。" not in line and re.search(r"[・0-9()<>-]", line)
        ]
    )
    was = lines[at]
    swaps: list[Callable[[str], str]] = [
        lambda line: line.replace("・", chance.choice("･·•‧")),
        lambda line: line.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda line: line.replace("-", chance.choice("－−‐–"), 1),
        lambda line: line.translate(str.maketrans("()<>", "（）＜＞")),
    ]
    changed = chance.choice(swaps)(was)
    if changed == was:
        return None
    lines[at] = changed
    return lines, at + 1, was


_MAKERS = {
    "heading gone": _heading_gone,
    "heading misspelt": _heading_misspelt,
    "bullet lost": _bullet_lost,
    "entries joined": _joined,
    "entry wrapped": _wrapped,
    "letter misread": _misread,
    "page number": _page_number,
    "other signs": _other_signs,
}
KINDS = tuple(_MAKERS)


def nearby(text: str, line: int) -> Iterator[int]:
    """Yield the line, and the nearest lines before and after it that are not empty."""
    lines = text.split("\n")
    yield line
    for step in (-1, 1):
        at, seen = line + step, 0
        while 1 <= at <= len(lines) and seen < 2:
            if lines[at - 1].strip():
                seen += 1
                yield at
            at += step
