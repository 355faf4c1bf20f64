"""P5, 表記ゆれ in words: one thing under two words, the philosophy in other words than its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from shakyo_plan.diagnostic import Severity
from shakyo_plan.likeness import likeness
from shakyo_plan.lint.rules.context import RuleContext, Text
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.source.editing.edit import Rewrite
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

SAME_THING: tuple[tuple[str, ...], ...] = (
    ("障害者", "障がい者", "障碍者"),
    ("障害のある", "障がいのある"),
    ("障害児", "障がい児"),
    ("子ども", "子供"),
    ("取組", "取り組み", "取組み"),
    ("及び", "および"),
    ("並びに", "ならびに"),
    ("または", "又は"),
    ("さまざま", "様々"),
    ("つながり", "繋がり"),
    ("まちづくり", "街づくり", "町づくり"),
    ("地域づくり", "地域作り"),
    ("ひとり親", "一人親"),
    ("ひとり暮らし", "一人暮らし", "独り暮らし"),
    ("お年寄り", "御年寄り"),
    ("ボランティア", "ボランテイア"),
    ("コミュニティ", "コミュニティー"),
)
"""Words of welfare plans that are written in several ways; a council adds its own in the configuration."""


def _two_words(context: RuleContext) -> Iterator[Problem]:
    groups = (*SAME_THING, *context.notation)
    group_of = {word: number for number, group in enumerate(groups) for word in group}
    if not group_of:
        return
    # Longer words first: 取り組み is not also 取り組.
    either = "|".join(map(re.escape, sorted(group_of, key=len, reverse=True)))
    words = re.compile(f"(?:{either}){_WORD_ENDS}")
    uses: defaultdict[int, defaultdict[str, list[Text]]] = defaultdict(lambda: defaultdict(list))
    for text in context.texts:
        if text.is_prose:
            for match in _own_words(words, text.text):
                uses[group_of[match[0]]][match[0]].append(text)
    for number, found in uses.items():
        if len(found) > 1:
            usual = max(found, key=lambda word: (len(found[word]), -groups[number].index(word)))
            yield from _less_usual(usual, found, words)


_KANJI = "一-鿿々"
_PARTICLE = (
    r"(?![ぁ-ゖ])|(?=[はがをにでとのへやか]|も(?![うっ])|な(?!が)|まで|から|より|だ|ら|さ|し|す|せ|た[ちめ]|など|こ[そと]"
    r"|[くぐ]らい|ほど|ごと|ばかり|ずつ|およ|また|あるい|ならび)"
)
"""After a noun in kanji: no okurigana, which would make another word of it (取組んで)."""
_NO_VERB = r"(?!ま[すしせ]|た[いくけ]|て|つつ|やす|にく|な(?:がら|さ))"
"""After a noun in -i: not what makes it a verb (取り組みます)."""
_I = "いきしちにひみりぎじびぴ"
_WORD_ENDS = rf"(?:(?<=[{_KANJI}])(?:{_PARTICLE})|(?<=[{_I}]){_NO_VERB}|(?<![{_KANJI}{_I}]))"
"""After any word: it stands as a word of its own."""


_NOT_OURS = (
    lazy_pattern(r"[「『“][^「『“」』”]*[」』”]"),
    # Each begins where its words begin, so that a long text is not tried from every letter on.
    lazy_pattern(
        rf"(?<![{_KANJI}ァ-ヺー・])[{_KANJI}ァ-ヺー・]+"
        rf"(?:法|条例|規則|条約|憲章|宣言|手帳)(?![{_KANJI}])"
    ),
    lazy_pattern(r"(?<![^、。「」\n])[^、。「」\n]*(?:に関する|ための)[^、。「」\n]{0,6}法律"),
)
"""What is quoted, and the names of laws: whoever wrote them chose their words."""


def _own_words(words: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the words in a text that the council chose itself."""
    if not words.search(text):
        return
    spared = sorted(found.span() for pattern in _NOT_OURS for found in pattern.finditer(text))
    ahead, end = iter([*spared, (len(text), len(text))]), 0
    start, until = next(ahead)
    for match in words.finditer(text):
        while start <= match.start():
            end = max(end, until)
            start, until = next(ahead)
        if match.start() >= end:
            yield match


def _less_usual(
    usual: str, found: dict[str, list[Text]], words: re.Pattern[str]
) -> Iterator[Problem]:
    for word, texts in found.items():
        if word == usual:
            continue
        for text in dict.fromkeys(texts):
            first, mended = _replaced(words, text.text, word, usual)
            yield Problem(
                text.place,
                say(
                    "“{word}” is also written “{usual}” in this plan ({n} times)",
                    word=word,
                    usual=usual,
                    n=len(found[usual]),
                ),
                say("Choose one of the two for the whole plan"),
                (Rewrite(text.place, mended),),
                first,
            )


_TELLING = 100
"""Letters behind a word up to which it is told from the same word elsewhere."""


def _replaced(words: re.Pattern[str], text: str, word: str, usual: str) -> tuple[str, str]:
    """Return the word with as much behind it as tells it from other words, and the mended text."""
    places = [match.start() for match in _own_words(words, text) if match[0] == word]
    between = zip([0, *(place + len(word) for place in places)], [*places, None], strict=True)
    mended = usual.join(text[begin:until] for begin, until in between)
    start, end = places[0], places[0] + len(word)
    furthest = min(len(text), end + _TELLING)
    while text.find(text[start:end]) < start and end < furthest:
        end += 1
    return text[start:end], mended


_QUOTED = lazy_pattern("[「『“]([^「『“」』”]+)[」』”]")
_MOST_MISQUOTES = 20
"""Misquotes of one text that are told; each holds the whole text as it would be mended."""


def _philosophy(context: RuleContext) -> Iterator[Problem]:
    philosophy = context.plan.philosophy
    if not philosophy:
        return
    for text in context.texts:
        if not text.is_prose or text.key == "philosophy":
            continue
        quotes = dict.fromkeys(_QUOTED.findall(text.text))
        misquotes = (quoted for quoted in quotes if _misquotes(quoted, philosophy))
        for quoted in islice(misquotes, _MOST_MISQUOTES):
            yield Problem(
                text.place,
                say(
                    "The basic philosophy is quoted here in words other than those of `philosophy`"
                ),
                say("Write 「{philosophy}」", philosophy=philosophy),
                (Rewrite(text.place, text.text.replace(quoted, philosophy)),),
                quoted,
            )


def _misquotes(quoted: str, philosophy: str) -> bool:
    if quoted == philosophy or not 0.5 < len(quoted) / len(philosophy) < 2:
        return False
    return likeness(quoted, philosophy) >= 0.75 or fold_name(quoted) == fold_name(philosophy)


WORDING_RULES = (
    Rule(
        "P506",
        "two-words",
        Severity.WARNING,
        translatable(
            "Two words for one thing: 障害者 and 障がい者, 取組 and 取り組み, 子ども and 子供."
        ),
        translatable(
            "One document, one word. Names of programs are left alone. A council adds words "
            "of its own under `notation` in shakyo-plan.toml."
        ),
        bad="policy: 子供を育てる。子どもと生きる。子どもを守る。\n",
        good="policy: 子どもを育てる。子どもと生きる。子どもを守る。\n",
        check=_two_words,
        fix=Fix.UNSAFE,
    ),
    Rule(
        "P507",
        "philosophy-misquoted",
        Severity.WARNING,
        translatable("The basic philosophy, quoted in other words."),
        translatable("It is the council's own sentence, decided by its board."),
        bad="philosophy: 共に支え合うまち いわき\npolicy: 「共に支えあうまち いわき」を目指す。\n",
        good="philosophy: 共に支え合うまち いわき\npolicy: 「共に支え合うまち いわき」を目指す。\n",
        check=_philosophy,
        fix=Fix.UNSAFE,
    ),
)
