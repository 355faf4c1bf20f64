"""Numbers and bullets at the beginning of a line, as councils print them: 第1章, Ⅰ, 1, (1), ①, ア, ○, 1-1."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_id import HYPHENS


class Style(StrEnum):
    """How a line is marked."""

    CHAPTER = "chapter"
    """第1章, 第2節."""
    ROMAN = "roman"
    ARABIC = "arabic"
    DASHED = "dashed"
    """1-1: the number of the part above, a hyphen, its own."""
    PAREN = "paren"
    """(1), ⑴."""
    CIRCLED = "circled"
    KANJI = "kanji"
    """一、."""
    PAREN_KANJI = "paren_kanji"
    KANA = "kana"
    PAREN_KANA = "paren_kana"
    ALPHA = "alpha"
    PAREN_ALPHA = "paren_alpha"
    LABEL = "label"
    """A word with a number: 基本目標 1."""
    BULLET = "bullet"
    BRACKET = "bracket"
    """The whole line in brackets: 【】, ＜＞."""
    HEADING = "heading"
    """No mark, but a heading style of Word."""
    PLAIN = "plain"
    """No mark at all, but a short line of its own over a list."""


class Mark(NamedTuple):
    """What stands before the text of a line."""

    style: Style
    label: str = ""
    """The bullet, the word before the number, the kind of bracket, 章 or 節."""
    number: int | None = None
    parent: int | None = None
    """The number of the part above, of 1-1."""
    written: str = ""
    odd: str = ""
    """What stands where a mark should, and may be a misread one."""

    @property
    def shape(self) -> tuple[Style, str]:
        """What marks of one level have in common."""
        return self.style, self.label


_HYPHENS = re.escape(HYPHENS)
_DIGITS = r"[0-9０-９]"
_SPACE = r"[ 　]"
BULLETS = "○●◯◎◉・･•◆◇■□▪▫▼▽▲△▶▷►★☆※◦‣⦿➢➤✓✔*－—–-−‐＊·∙"
_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_KANJI = "一二三四五六七八九十"
# A number that counts something is no mark: 7 月, 2 回.
_COUNTERS = (
    "次|年|月|日|回|人|名|件|箇所|か所|ヶ所|カ所|千|万|億|円|時|分|歳|割|倍|層|号|条|期|つ|％|%|週|校"
    "|地区|世帯|団体"
)
_COUNTED = rf"(?!{_SPACE}*(?:{_COUNTERS}|、|～|~|・\d))"

_SET_APART = (
    rf"(?!(?:{_COUNTERS})(?![一-龥ァ-ヴ])"
    r"|(?:年|月|日|回|週|時|期)[間目以度分頃半末初上中下]|[、～~]|・\d)"
)
"""Behind a wide space, a counter with a word behind it is the beginning of one: １　歳末たすけあい."""

_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (
        Style.CHAPTER,
        lazy_pattern(
            rf"第{_SPACE}*(?P<n>{_DIGITS}{{1,2}}|[{_KANJI}]{{1,3}}){_SPACE}*(?:(?P<label>[章節部編項])(?:{_SPACE}+|(?=\S))|{_SPACE}+(?=\S))"
        ),
    ),
    (
        Style.DASHED,
        lazy_pattern(
            rf"(?P<p>{_DIGITS}{{1,2}}|[Ⅰ-ⅫA-ZＡ-Ｚ]){_SPACE}?[{_HYPHENS}]{_SPACE}?(?P<n>{_DIGITS}{{1,2}})(?:[.．、:：)）]{_SPACE}*|{_SPACE}+|(?=[^\d０-９\s{_HYPHENS}月日]))"
        ),
    ),
    (
        Style.ROMAN,
        lazy_pattern(rf"(?P<n>[Ⅰ-Ⅻ]|[IVX]{{1,4}}(?=[ 　.．、:：])){_SPACE}*[.．、:：]?{_SPACE}*"),
    ),
    (
        Style.PAREN,
        lazy_pattern(
            rf"[（(]{_SPACE}*(?P<n>{_DIGITS}{{1,2}}){_SPACE}*[）)]{_SPACE}*|(?P<one>[⑴-⒇]){_SPACE}*"
        ),
    ),
    (Style.CIRCLED, lazy_pattern(rf"(?P<one>[①-⑳㉑-㉟❶-❿⓵-⓾]){_SPACE}*")),
    (
        Style.PAREN_KANJI,
        lazy_pattern(rf"[（(](?P<n>[{_KANJI}]{{1,3}})[）)]{_SPACE}*|(?P<one>[㈠-㈩]){_SPACE}*"),
    ),
    (Style.PAREN_KANA, lazy_pattern(rf"[（(](?P<n>[{_KANA}ｱ-ﾝ])[）)]{_SPACE}*")),
    (Style.PAREN_ALPHA, lazy_pattern(rf"[（(](?P<n>[A-Za-zＡ-Ｚａ-ｚ])[）)]{_SPACE}*")),
    (Style.KANJI, lazy_pattern(rf"(?P<n>[{_KANJI}]{{1,3}})(?:[、.．]{_SPACE}*|{_SPACE}+)(?=\S)")),
    (Style.KANA, lazy_pattern(rf"(?P<n>[{_KANA}])(?:[.．、)）]{_SPACE}*|{_SPACE}+)(?=\S)")),
    (
        Style.ALPHA,
        lazy_pattern(rf"(?P<n>[A-Za-zＡ-Ｚａ-ｚ])(?:[.．、)）]{_SPACE}*|[ 　]+)(?=[^\sA-Za-z])"),
    ),
    (
        Style.ARABIC,
        lazy_pattern(
            rf"(?P<n>{_DIGITS}{{1,2}})(?:[.．、,，)）]{_SPACE}*(?!{_DIGITS})|(?:　|{_SPACE}{{2,}})"
            rf"{_SPACE}*{_SET_APART}|{_SPACE}+{_COUNTED})(?=\S)"
        ),
    ),
    (Style.ARABIC, lazy_pattern(r"(?P<one>[⒈-⒛]|[1-9]️?⃣)[ 　]*")),
)
_BULLET = lazy_pattern(
    rf"(?P<label>[{re.escape(BULLETS)}]){_SPACE}*(?!(?P=label))(?=[{re.escape(BULLETS)}]?[^\s{re.escape(BULLETS)}])"
)
_BRACKETS = (
    ("【】", lazy_pattern(r"【([^【】]+)】")),
    ("＜＞", lazy_pattern(r"[<＜〈≪《«]([^<>＜＞〈〉≪≫《》«»]+)[>＞〉≫》»]")),
    ("［］", lazy_pattern(r"[\[［〔]([^\[\]［］〔〕]+)[\]］〕]")),
    ("『』", lazy_pattern(r"[『「]([^『』「」]+)[』」]")),
)
_LABELLED = lazy_pattern(
    rf"(?P<label>[一-鿿々ァ-ヴーぁ-ん]{{1,8}}?){_SPACE}*"
    rf"(?:(?:(?P<p>{_DIGITS}{{1,2}}|[Ⅰ-Ⅻ]){_SPACE}?[{_HYPHENS}]{_SPACE}?)?(?P<n>{_DIGITS}{{1,2}})|(?P<roman>[Ⅰ-Ⅻ])|(?P<one>[①-⑳]))"
    rf"(?:{_SPACE}*[.．、:：)）]{_SPACE}*|{_SPACE}+|(?=[^\s\d０-９年月日回次層期号人名件条%％、。・円千万種級歳{_HYPHENS}]))(?=\S)"
)
_ODD = lazy_pattern(r"(?P<odd>[^\s（(【「『＜<])[ 　]+(?=\S)")


class Marked(NamedTuple):
    """A line taken apart."""

    mark: Mark | None
    rest: str


def read_mark(text: str) -> Marked:
    """Take the number or bullet off a line; of a bullet with a number behind it, the number counts."""
    for style, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            rest = text[found.end() :].strip()
            return Marked(_numbered(style, found), rest) if rest else Marked(None, text)
    bullet = _BULLET.match(text)
    if bullet:
        rest = text[bullet.end() :].strip()
        inner = read_mark(rest)
        if inner.mark and inner.mark.style not in (
            Style.BULLET,
            Style.BRACKET,
            Style.DASHED,
            Style.ALPHA,
            Style.ROMAN,
        ):
            return Marked(inner.mark._replace(written=bullet[0] + inner.mark.written), inner.rest)
        return Marked(
            Mark(Style.BULLET, _same_bullet(bullet["label"]), written=bullet[0].strip()), rest
        )
    for label, pattern in _BRACKETS:
        whole = pattern.fullmatch(text)
        if whole:
            return Marked(Mark(Style.BRACKET, label, written=label), whole[1].strip())
    return Marked(None, text)


def read_label(text: str) -> tuple[Mark, str] | None:
    """Read a word with a number before a title, 基本計画 1-1 …; whether the word is one, others know."""
    found = _LABELLED.match(text)
    if found is None:
        return None
    number = found["roman"] or found["one"] or found["n"]
    mark = Mark(
        Style.LABEL,
        found["label"],
        _value(number),
        _value(found["p"]) if found["p"] else None,
        found[0].strip(),
    )
    return mark, text[found.end() :].strip()


_PART_WORD = lazy_pattern(
    r"(?:目標|計画|施策|項目|方針|柱|課題|重点|取組|取り組み|プラン|分野|テーマ|戦略|基本)$"
)


def is_part_word(label: str) -> bool:
    """Whether a word before a number is one for parts of plans, as far as its end tells."""
    return bool(_PART_WORD.search(label))


def begins_part(text: str) -> bool:
    """Whether a line begins with a number, a bullet, a bracket of its own, or a word for parts and a number."""
    labelled = read_label(text)
    return begins_entry(text) or (labelled is not None and is_part_word(labelled[0].label))


def odd_mark(text: str) -> tuple[str, str] | None:
    """Return the letter that stands alone before a text, where a mark may have been misread."""
    found = _ODD.match(text)
    return (found["odd"], text[found.end() :].strip()) if found else None


def begins_entry(text: str) -> bool:
    """Whether a line begins with a number, a bullet or a bracket of its own."""
    return read_mark(text).mark is not None


def kana_at(number: int, *, iroha: bool = False) -> str:
    """Return the kana that stands for a number: ア for 1."""
    row = _IROHA if iroha else _KANA
    return row[(number - 1) % len(row)]


def written_like(mark: Mark, number: int) -> str:
    """Return how another number of the same list is written, for messages."""
    match mark.style:
        case Style.KANA:
            return kana_at(number)
        case Style.PAREN_KANA:
            return f"({kana_at(number)})"
        case Style.CIRCLED:
            return chr(ord("①") + number - 1) if number <= 20 else str(number)
        case Style.ROMAN:
            return chr(ord("Ⅰ") + number - 1) if number <= 12 else str(number)
        case Style.PAREN:
            return f"({number})"
        case Style.CHAPTER:
            return f"第{number}{mark.label}"
        case Style.LABEL | Style.DASHED:
            own = f"{mark.parent}-{number}" if mark.parent is not None else str(number)
            return f"{mark.label} {own}".strip()
        case _:
            return str(number)


def _numbered(style: Style, found: re.Match[str]) -> Mark:
    groups = found.groupdict()
    written = groups.get("one") or groups["n"]
    parent = _value(groups["p"]) if groups.get("p") else None
    return Mark(style, groups.get("label") or "", _value(written), parent, found[0].strip())


def _value(written: str) -> int | None:
    plain = unicodedata.normalize("NFKC", written).strip("()").rstrip(".")
    if plain[:1].isdigit() and plain.isdigit():
        return int(plain)
    if len(plain) == 1 and plain in _KANA:
        return _KANA.index(plain) + 1
    if plain and all(letter in _KANJI for letter in plain):
        tens, _, ones = plain.rpartition("十") if "十" in plain else ("", "", plain)
        if "十" in plain:
            return (_KANJI.index(tens) + 1 if tens else 1) * 10 + (
                _KANJI.index(ones) + 1 if ones else 0
            )
        return _KANJI.index(plain) + 1 if len(plain) == 1 else None
    if plain and set(plain.upper()) <= set("IVX"):
        return _roman(plain.upper())
    if len(plain) == 1 and plain.isalpha() and plain.isascii():
        return ord(plain.upper()) - ord("A") + 1
    return None


def _roman(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


_BULLET_FORMS = {
    "◯": "○",
    "･": "・",
    "•": "・",
    "·": "・",
    "∙": "・",
    "◦": "○",
    "*": "-",
    "＊": "-",
} | dict.fromkeys("－—–−‐", "-")


def _same_bullet(bullet: str) -> str:
    return _BULLET_FORMS.get(bullet, bullet)
