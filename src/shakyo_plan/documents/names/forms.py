"""The forms of a name that are compared: as it is, its core, its parts; and whether it is a group."""

from __future__ import annotations

import re
from functools import lru_cache

from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name, plain_name

JOINT = "・"
_VERBS = "運営|実施|開催|推進|配置|作成|派遣|管理|発行|配布|貸出|助成|支援|育成|養成|充実"
_OF = lazy_pattern(rf"の(?={_VERBS})")
_TAIL = lazy_pattern(r"(?:について|の件)$")
_GENERAL = lazy_pattern(r"事業$")
_PARTS = lazy_pattern(r"[ 　（）()「」【】]+")
_LEAST_PART = 6
_GROUP = lazy_pattern(
    r"(?P<words>[^（()）]+)[（(](?P<examples>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*?)(?:等|など|ほか|他)[）)]"
)
_GROUP_WORDS = lazy_pattern(r"(?:各種|その他|諸|さまざまな|様々な)")
_NAME_END = lazy_pattern(
    r"(?:事業|教室|大会|講座|研修(?:会)?|サロン|会議?|集会|交流会|講習会|運動|募金|活動|相談(?:所)?|サービス|助成(?:金)?|支援|制度|派遣|配布|発行|スクール|センター"
    r"|フェスティバル|まつり|祭り?|のつどい|集い|への(?:参加|支援|協力)|の(?:開催|実施|運営|推進|発行|支援|配布|作成|育成|養成|管理|充実|強化|設置|促進|普及|提供|参加|協力|実践|採用|奨励|確保|整備|連携)|[）)])$"
)


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return the name without what people vary without noticing."""
    return fold_name(name)


@lru_cache(maxsize=20_000)
def core(name: str) -> str:
    """Return what two ways of naming one program have in common: without の before a verb, and 事業."""
    folded = plain_name(_TAIL.sub("", name.strip()))
    folded = _OF.sub("", folded)
    return _GENERAL.sub("", folded) or folded


@lru_cache(maxsize=20_000)
def part_cores(name: str) -> frozenset[str]:
    """Return the cores of the parts of a name, those in brackets too, that are long enough to tell it."""
    parts = (part for part in _PARTS.split(name) if part)
    return frozenset(core(part) for part in parts if len(core(part)) >= _LEAST_PART)


def without_tail(name: str) -> str:
    """Return a heading as the name that it is about: without について."""
    return _TAIL.sub("", name.strip()).strip()


def ends_like_a_name(text: str) -> bool:
    """Whether a text ends as names of programs and actions do."""
    return bool(_NAME_END.search(text.strip()))


def open_brackets(text: str) -> int:
    """Return how many brackets are opened and not closed; less than 0 where more are closed."""
    return sum((letter in "（(「【") - (letter in "）)」】") for letter in text)


def read_group(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the words and examples of a group, 各種事業の開催（A・B等）; None for what is none."""
    found = _GROUP.fullmatch(text.strip())
    if found is None or not _GROUP_WORDS.match(found["words"]):
        return None
    examples = tuple(
        part.strip() for part in re.split(r"[・、,，]", found["examples"]) if part.strip()
    )
    return found["words"].strip(), examples


def joints(text: str) -> tuple[str, ...]:
    """Return the parts between the ・ that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter in "（(「【") - (letter in "）)」】")
        if letter == JOINT and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return tuple(part.strip() for part in parts)
