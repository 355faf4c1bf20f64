"""P5, letters and signs: half and full width, brackets, spaces, and what Word leaves behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import AMOUNT_KEYS, RuleContext, Text
from shakyo_plan.lint.rules.leftovers import LEFTOVERS, is_invisible, without_leftovers
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.source.editing.edit import Rewrite
from shakyo_plan.values.lazy_pattern import lazy_pattern

_HALF_KANA = lazy_pattern("[\uff61-\uff9f]+")
_FULL_NUMBER = lazy_pattern("[０-９][０-９，．]*")
_SPACES = lazy_pattern(
    "[ \u3000\u00a0]{2,}"
    "|^[ \u3000\u00a0]+|[ \u3000\u00a0]+$"
    "|(?<=[（「『【、。・])[ \u3000\u00a0]+|[ \u3000\u00a0]+(?=[）」』】、。・])",
    re.MULTILINE,
)
_MELTED = lazy_pattern(r"([・●○■□◆◇※]).+[ 　]\1")
"""Lines with signs of entries that stood below each other, and became one text."""
_PAIRS = {"（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "［": "］", "[": "]"}
_BRACKET = lazy_pattern(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
_TWINS = {"（": "(", "）": ")", "(": "（", ")": "）", "［": "[", "］": "]", "[": "［", "]": "］"}
_LISTED_APART = lazy_pattern("[、，]")


def _rewritten(pattern: re.Pattern[str], text: str, put: Callable[[str], str]) -> str:
    return pattern.sub(lambda match: put(match[0]), text)


def _nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _half_kana(context: RuleContext) -> Iterator[Problem]:
    for text, match in context.found(_HALF_KANA):
        yield Problem(
            text.place,
            say("“{part}” is half-width kana", part=match[0]),
            say("Write {better}", better=_nfkc(match[0])),
            (Rewrite(text.place, _rewritten(_HALF_KANA, text.text, _nfkc)),),
            match[0],
        )


def _full_width_numbers(context: RuleContext) -> Iterator[Problem]:
    for text, match in context.found(_FULL_NUMBER):
        if text.key in AMOUNT_KEYS:
            yield Problem(
                text.place,
                say("“{part}” is full-width", part=match[0]),
                say("Write {better}", better=_nfkc(match[0])),
                (Rewrite(text.place, _rewritten(_FULL_NUMBER, text.text, _nfkc)),),
                match[0],
            )


def _brackets(context: RuleContext) -> Iterator[Problem]:
    for text in context.texts:
        open_at: list[int] = []
        for match in _BRACKET.finditer(text.text) if text.key != "id" else ():
            if match[0] in _PAIRS:
                open_at.append(match.start())
            elif not open_at:
                yield _unpaired(text, match[0])
                break
            elif _PAIRS[text.text[open_at[-1]]] != match[0]:
                yield _mismatched(text, open_at[-1], match.start())
                break
            else:
                open_at.pop()
        else:
            if open_at:
                yield _unpaired(text, text.text[open_at[0]])


def _unpaired(text: Text, letter: str) -> Problem:
    return Problem(
        text.place,
        say("Unmatched bracket {bracket}", bracket=letter),
        say("Add the other one, or delete it"),
        substring=letter,
    )


def _mismatched(text: Text, start: int, end: int) -> Problem:
    opening, closing = text.text[start], text.text[end]
    whole = text.text[start : end + 1]
    edits: tuple[Rewrite, ...] = ()
    if _TWINS.get(opening) and _PAIRS[_TWINS[opening]] == closing:
        # One width, the full one: as Japanese is printed.
        pair = ("（", "）") if opening in "（(" else ("［", "］")
        mended = text.text[:start] + pair[0] + text.text[start + 1 : end] + pair[1]
        edits = (Rewrite(text.place, mended + text.text[end + 1 :]),)
    return Problem(
        text.place,
        say("{opening} is closed by {closing}", opening=opening, closing=closing),
        say("Write both brackets alike"),
        edits,
        whole,
    )


def _leftovers(context: RuleContext) -> Iterator[Problem]:
    for text, match in context.found(LEFTOVERS):
        if is_invisible(match[0]):
            message = say(
                "An invisible character ({name}) was left here by Word or a web page",
                name=f"U+{ord(match[0]):04X}",
            )
        else:
            message = say("Leftover of Word, HTML or Markdown: “{part}”", part=match[0])
        mended = without_leftovers(text.text)
        edits = (Rewrite(text.place, mended),) if mended.strip() else ()
        yield Problem(text.place, message, say("Delete it"), edits, match[0])


def _spaces(context: RuleContext) -> Iterator[Problem]:
    for text, match in context.found(_SPACES):
        if _MELTED.match(text.text):
            # YAML makes one line of them, and a fix would melt the entries into one.
            yield Problem(
                text.place,
                say("What is listed with “{sign}” here is read as one line", sign=text.text[0]),
                say(
                    "Write “{key}: |”, and all the lines below it, indented alike",
                    key=str(text.place[-1]),
                ),
                substring=match[0],
            )
            continue
        mended = _SPACES.sub(
            lambda found: (
                found[0][0]
                if 0 < found.start() < len(found.string) - len(found[0]) and _between(found)
                else ""
            ),
            text.text,
        )
        yield Problem(
            text.place,
            say("Extra whitespace"),
            say("Write “{better}”", better=mended) if len(mended) < 60 else say("Delete them"),
            (Rewrite(text.place, mended),) if mended.strip() else (),
            match[0],
        )


def _between(found: re.Match[str]) -> bool:
    """Whether a run of spaces stands between two letters, and one of them has to stay."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    return before not in "（「『【、。・\n" and after not in "）」』】、。・\n"


_NAME_LISTS = ("districts", "aliases", "formerly", "distinct_from", "examples")


def _one_entry(context: RuleContext) -> Iterator[Problem]:
    districts = context.plan.council.districts
    if len(districts) == 1 and districts[0].count("・") > 1:
        # 久之浜・大久 is one; a council of one district with three names is none.
        yield Problem(
            ("council", "districts", 0),
            say(
                "“{text}” is one entry: a list is separated by half-width commas",
                text=districts[0],
            ),
            say("Write [{pieces}]", pieces=", ".join(districts[0].split("・"))),
        )
    for text in context.texts:
        if text.key in _NAME_LISTS and _LISTED_APART.search(text.text):
            pieces = tuple(piece for piece in _LISTED_APART.split(text.text) if piece.strip())
            yield Problem(
                text.place,
                say(
                    "“{text}” is one entry: a list is separated by half-width commas",
                    text=text.text,
                ),
                say("Write [{pieces}]", pieces=", ".join(pieces)),
            )


_TITLED = "priorities:\n  - {id: 1, title: %s, programs: [子育てサロン]}\n"

NOTATION_RULES = (
    Rule(
        "P501",
        "half-width-kana",
        Severity.WARNING,
        translatable("Half-width kana."),
        translatable(
            "It comes from old forms and machines; searching for サロン does not find ｻﾛﾝ."
        ),
        bad=_TITLED % "子育てｻﾛﾝ",
        good=_TITLED % "子育てサロン",
        check=_half_kana,
        fix=Fix.SAFE,
    ),
    Rule(
        "P502",
        "full-width-number",
        Severity.WARNING,
        translatable("Full-width digits in a schedule or an amount."),
        translatable(
            "They are read all the same; written in one way, lists can be searched and sorted."
        ),
        bad="programs:\n  - name: 子育てサロン\n    budget: ６９千円\n",
        good="programs:\n  - name: 子育てサロン\n    budget: 69千円\n",
        check=_full_width_numbers,
        fix=Fix.SAFE,
    ),
    Rule(
        "P503",
        "mixed-brackets",
        Severity.WARNING,
        translatable("An unmatched bracket, or a full-width bracket closed by a half-width one."),
        translatable("Often a piece of the text was lost together with the bracket."),
        bad=_TITLED % "子育て（サロン)",
        good=_TITLED % "子育て（サロン）",
        check=_brackets,
        fix=Fix.SAFE,
    ),
    Rule(
        "P504",
        "leftovers",
        Severity.WARNING,
        translatable(
            "Leftovers of Word, HTML or Markdown: <p>, &nbsp;, **, characters that cannot be seen."
        ),
        translatable(
            "They are printed as they stand, or make two names differ that look the same."
        ),
        bad=_TITLED % "子育て<br>サロン",
        good=_TITLED % "子育てサロン",
        check=_leftovers,
        fix=Fix.UNSAFE,
    ),
    Rule(
        "P505",
        "stray-spaces",
        Severity.WARNING,
        translatable("Doubled spaces, and spaces at an end or beside a bracket or a comma."),
        translatable("Two names that differ in a space look the same and are found separately."),
        bad=_TITLED % "子育て　　サロン",
        good=_TITLED % "子育て　サロン",
        check=_spaces,
        fix=Fix.SAFE,
    ),
    Rule(
        "P508",
        "japanese-comma-in-list",
        Severity.ERROR,
        translatable("A list of names written with Japanese commas."),
        translatable("[平、小名浜] is one district with a comma in its name, not two districts."),
        bad="council: {name: 試験社協, districts: [平、小名浜]}\n",
        good="council: {name: 試験社協, districts: [平, 小名浜]}\n",
        check=_one_entry,
    ),
)
