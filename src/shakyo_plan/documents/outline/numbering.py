"""Reads numbers and bullets at the beginning of a line: 第1章, Ⅰ, 1, (1), ①, ア, ○, 1-1, 基本目標 1."""

from __future__ import annotations

import re
from typing import NamedTuple

from shakyo_plan.documents.outline.mark import KANA, KANJI, Mark, Style, number_of
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.plan_id import HYPHENS

_HYPHENS = re.escape(HYPHENS)
_DIGITS = r"[0-9０-９]"
_SPACE = r"[ 　]"
BULLETS = "○●◯◎◉・･•◆◇■□▪▫▼▽▲△▶▷►★☆※◦‣⦿➢➤✓✔*－—–-−‐＊·∙"
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
            rf"第{_SPACE}*(?P<n>{_DIGITS}{{1,2}}|[{KANJI}]{{1,3}}){_SPACE}*(?:(?P<label>[章節部編項])(?:{_SPACE}+|(?=\S))|{_SPACE}+(?=\S))"
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
        lazy_pattern(rf"[（(](?P<n>[{KANJI}]{{1,3}})[）)]{_SPACE}*|(?P<one>[㈠-㈩]){_SPACE}*"),
    ),
    (Style.PAREN_KANA, lazy_pattern(rf"[（(](?P<n>[{KANA}ｱ-ﾝ])[）)]{_SPACE}*")),
    (Style.PAREN_ALPHA, lazy_pattern(rf"[（(](?P<n>[A-Za-zＡ-Ｚａ-ｚ])[）)]{_SPACE}*")),
    (Style.KANJI, lazy_pattern(rf"(?P<n>[{KANJI}]{{1,3}})(?:[、.．]{_SPACE}*|{_SPACE}+)(?=\S)")),
    (Style.KANA, lazy_pattern(rf"(?P<n>[{KANA}])(?:[.．、)）]{_SPACE}*|{_SPACE}+)(?=\S)")),
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
    return _numbered(Style.LABEL, found), text[found.end() :].strip()


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


def _numbered(style: Style, found: re.Match[str]) -> Mark:
    groups = found.groupdict()
    written = groups.get("one") or groups.get("roman") or groups["n"]
    parent = number_of(groups["p"]) if groups.get("p") else None
    return Mark(style, groups.get("label") or "", number_of(written), parent, found[0].strip())


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
