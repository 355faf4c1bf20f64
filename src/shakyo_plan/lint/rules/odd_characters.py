"""P5, characters that look like others: found by code point, and replaced by the ones that are meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext, Text
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.lint.rules.slips import OtherNotation
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model.notation import code_points
from shakyo_plan.source.editing.edit import Rewrite
from shakyo_plan.values.characters import (
    TWINS,
    VARIATION_SELECTORS,
    OddCharacter,
    Oddity,
    odd_characters,
    without_odd,
)
from shakyo_plan.values.lazy_pattern import lazy_pattern

_KATAKANA_WORD = lazy_pattern("[ァ-ヺー]{3,}")
_WITH_SELECTOR = lazy_pattern(f"(.)([{VARIATION_SELECTORS}])")


def _odd_characters(context: RuleContext) -> Iterator[Problem]:
    words: set[str] | None = None
    if next(odd_characters(context.whole_text), None) is None:
        return
    for text in _texts(context):
        odd = next(odd_characters(text.text), None)
        if odd is None:
            continue
        mended = without_odd(text.text)
        edits: tuple[Rewrite, ...] = (Rewrite(text.place, mended),)
        if odd.oddity is Oddity.LONG_VOWEL:
            # サロン－カフェ may be two words; ニ－ズ is ニーズ where the plan has that word.
            words = _katakana_words(context) if words is None else words
            if not set(_KATAKANA_WORD.findall(mended)) <= words:
                edits = ()
        yield Problem(text.place, *_words(odd), edits, odd.written)


def _texts(context: RuleContext) -> Iterator[Text]:
    """Yield the texts of which no other rule says that their letters are others: P215 mends citations."""
    told = {slip.citation.place for slip in context.slips if isinstance(slip, OtherNotation)}
    for text in context.texts:
        if not text.text.isascii() and text.place not in told and text.key != "id":
            yield text


def _words(odd: OddCharacter) -> tuple[Message, Message]:
    codes = {"code": code_points(odd.written), "better": odd.meant}
    match odd.oddity:
        case Oddity.DECOMPOSED:
            message = say(
                "“{better}” is written here as a letter and its mark apart ({code})", **codes
            )
        case Oddity.SPACE:
            return (
                say("There is a no-break space here ({code})", code=codes["code"]),
                say("Write an ordinary space"),
            )
        case Oddity.LONG_VOWEL:
            message = say(
                "“{part}” ({code}) is used here for the long vowel “{better}”",
                part=odd.written,
                **codes,
            )
        case _:
            message = say(
                "“{part}” ({code}) is not “{better}” ({other}), which it looks like",
                part=odd.written,
                other=code_points(odd.meant),
                **codes,
            )
    return message, say("Write {better}", better=odd.meant)


def _katakana_words(context: RuleContext) -> set[str]:
    return {word for text in context.texts for word in _KATAKANA_WORD.findall(text.text)}


def _twins(context: RuleContext) -> Iterator[Problem]:
    for letters in TWINS:
        found = re.compile(f"[{letters}]")
        if not found.search(context.whole_text):
            continue
        texts = [text for text in _texts(context) if found.search(text.text)]
        counts = Counter(letter for text in texts for letter in found.findall(text.text))
        if len(counts) > 1:
            usual = max(letters, key=lambda letter: counts[letter])
            yield from _unusual(texts, found, usual)
    yield from _selectors(context)


def _unusual(texts: list[Text], found: re.Pattern[str], usual: str) -> Iterator[Problem]:
    for text in texts:
        letter = next((each for each in found.findall(text.text) if each != usual), None)
        if letter is not None:
            yield Problem(
                text.place,
                say(
                    "“{part}” ({code}) is used here, and elsewhere in this plan “{usual}” ({other})",
                    part=letter,
                    code=code_points(letter),
                    usual=usual,
                    other=code_points(usual),
                ),
                say("Write {better}", better=usual),
                (Rewrite(text.place, found.sub(usual, text.text)),),
                letter,
            )


def _selectors(context: RuleContext) -> Iterator[Problem]:
    """Find kanji of which a shape is chosen in one place, and none or another in the next."""
    chosen: dict[str, set[str]] = {}
    if not _WITH_SELECTOR.search(context.whole_text):
        return
    every_text = tuple(_texts(context))
    texts = [text for text in every_text if _WITH_SELECTOR.search(text.text)]
    for text in texts:
        for kanji, selector in _WITH_SELECTOR.findall(text.text):
            chosen.setdefault(kanji, set()).add(selector)
    for kanji, selectors in chosen.items():
        bare = re.compile(f"{re.escape(kanji)}(?![{VARIATION_SELECTORS}])")
        if len(selectors) < 2 and not any(bare.search(text.text) for text in every_text):
            continue
        for text in texts:
            written = next(
                (found for found in _WITH_SELECTOR.finditer(text.text) if found[1] == kanji), None
            )
            if written is not None:
                yield Problem(
                    text.place,
                    say(
                        "“{part}” has a variation selector here ({code}), and elsewhere another or none",
                        part=written[0],
                        code=code_points(written[2]),
                    ),
                    say("Choose one shape for the whole plan; for a search they are two"),
                    substring=written[0],
                )


_TITLED = "priorities:\n  - {id: 1, title: %s, programs: [子育てサロン]}\n"

ODD_CHARACTER_RULES = (
    Rule(
        "P509",
        "odd-character",
        Severity.WARNING,
        translatable(
            "A character that looks like another: a radical for a kanji, カ and ゛ apart, a no-break space, · for "
            "・, － for ー."
        ),
        translatable(
            "It comes from a PDF, a Mac or a keyboard, and cannot be seen; but a search "
            "does not find the word, and two names that look the same are two."
        ),
        bad=_TITLED % "⾼齢者の⾒守り",
        good=_TITLED % "高齢者の見守り",
        check=_odd_characters,
        fix=Fix.SAFE,
    ),
    Rule(
        "P510",
        "twin-characters",
        Severity.WARNING,
        translatable("Two characters for one in the same plan: 〜 and ～, — and ―, － and −."),
        translatable(
            "A Mac writes the one and Windows the other for the same key. Either is sound; both in one "
            "plan make two spellings of one name."
        ),
        bad=_TITLED % "4月〜6月と9月～11月と1月～3月",
        good=_TITLED % "4月～6月と9月～11月と1月～3月",
        check=_twins,
        fix=Fix.SAFE,
    ),
)
