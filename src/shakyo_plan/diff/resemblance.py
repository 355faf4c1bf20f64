"""How alike two names or titles are in what they say, apart from the words that all of them have.

の充実 and 事業 stand at the end of most titles and names; two that share nothing else are not alike.
"""

from __future__ import annotations

from functools import lru_cache

from shakyo_plan.likeness import folded_likeness
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import plain_name

CONTAINED = 0.7
"""How alike a name counts with one that contains it: ふくしの教室 in ふくしの教室（親子）."""
_THREADED = 0.6
"""How alike a name counts with one that has all its letters in their order: 生活支援 in 生活課題に応える支援."""
_BEGUN = 0.6
"""How alike a name of two letters counts with one that begins with it: 広報 and 広報紙の発行."""
_LEAST_CONTAINED = 3
_LEAST_THREADED = 4
_LEAST_BLOCK = 3
_LONGEST = 1000

_ENDS = lazy_pattern(
    r"(?:の(?:さらなる|一層の)?(?:充実|推進|強化|支援|促進|整備|拡充|向上|振興|活性化|実現|確立|展開|構築|育成|普及|開催|実施|運営|発行)"
    r"(?:・?(?:充実|推進|強化|支援|促進|整備|育成))*|事業|活動|運営事業|の?ために)+$"
)
_GENERAL = lazy_pattern(
    "社会福祉|地域福祉|福祉|地域|支援|事業|活動|サービス|づくり|センター|推進|充実|運営|・|、|の"
)


_VARIANTS = {
    "子ども": "こども",
    "子供": "こども",
    "障がい": "障害",
    "障碍": "障害",
    "一人": "ひとり",
    "独り": "ひとり",
    "独居": "ひとり暮らし",
    "母子": "ひとり親",
    "つどい": "集い",
    "見まもり": "見守り",
    "助け合い": "たすけあい",
    "支えあい": "支え合い",
}
"""Ways to write a word that councils change between; each is compared as the other."""
_VARIANT = lazy_pattern("|".join(_VARIANTS))


@lru_cache(maxsize=20_000)
def core(name: str) -> str:
    """Return the folded name without the general words at its end, its words in one spelling.

    A name of general words alone stays whole.
    """
    folded = _VARIANT.sub(lambda match: _VARIANTS[match[0]], plain_name(name))
    bare = _ENDS.sub("", folded) if len(folded) <= _LONGEST else folded
    return bare if len(bare) >= 2 else folded


def resemblance(one: str, other: str) -> float:
    """Return how alike two names are in what they say, from 0.0 to 1.0."""
    mine, theirs = core(one), core(other)
    alike = folded_likeness(mine, theirs)
    short, long = sorted((mine, theirs), key=lambda name: (len(name), name))
    if len(long) > _LONGEST or alike >= CONTAINED:
        return alike
    if len(short) >= _LEAST_CONTAINED and short in long:
        return CONTAINED
    if len(short) == 2 and long.startswith(short):
        return max(alike, _BEGUN)
    if alike < _THREADED and len(short) >= _LEAST_THREADED and _threaded(short, long):
        return _THREADED
    return alike


def share_a_subject(one: str, other: str) -> bool:
    """Say whether two titles have a run of letters in common that is no general word: 高齢者."""
    from difflib import SequenceMatcher

    mine, theirs = (_GENERAL.sub(" ", core(name))[:_LONGEST] for name in (one, other))
    block = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return len(mine[block.a : block.a + block.size].strip()) >= _LEAST_BLOCK


def differing(one: str, other: str) -> tuple[str, ...]:
    """Return the word of each name that stands where the other has another; nothing for a rewording.

    見守り and 配食 in 見守り協力員研修 and 配食協力員研修: words of two letters and more, none in common.
    """
    mine, theirs = core(one), core(other)
    start = 0
    while start < min(len(mine), len(theirs)) and mine[start] == theirs[start]:
        start += 1
    mine, theirs = mine[start:], theirs[start:]
    end = 0
    while (
        end < min(len(mine), len(theirs))
        and mine[len(mine) - end - 1] == theirs[len(theirs) - end - 1]
    ):
        end += 1
    words = mine[: len(mine) - end], theirs[: len(theirs) - end]
    return words if min(map(len, words)) >= 2 and not {*words[0]} & {*words[1]} else ()


def _threaded(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
