"""The words that head what a plan tells of a program: of columns, of headings, of values in a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shakyo_plan.values.lazy_pattern import lazy_pattern

_WORDS: Mapping[str, str] = {
    "schedule": r"(?:実施|開催|活動)?(?:時期|日程|期日|予定日?|年月日|日時|期間|月|日)|実施(?:予定)?月",
    "budget": (
        r"(?:当初|本年度|今年度|当年度|(?:\D{2})?[0-9０-９元]{1,2}年度)?(?:当初)?予算(?:額|案)?"
        r"(?:[（(]?(?:千円|円|単位.*)[）)]?)?|金額|事業費|経費"
    ),
    "funding": r"財源(?:の?内訳)?",
    "department": r"(?:担当|所管|主管)(?:課|係|者|部署?|部門)?",
    "target": r"対象者?",
    "purpose": r"(?:事業)?(?:目的|ねらい|趣旨|背景)(?:・[^：:]*)?",
    "venue": r"会場|場所|実施場所|開催場所",
    "capacity": r"定員・回数|定員|(?:実施|開催)?回数|人数",
    "partners": r"連携先?|協力(?:団体|機関)|連携機関",
    "indicators": r"(?:成果|評価|数値|活動)?指標(?:名|項目)?",
    "follow_up": r".{0,8}(?:成果|効果).{0,8}|今後の展開",
    "until": r"最終年度|実施最終年度",
    "formerly": r"旧事業名|旧名称",
    "notes": r"備考|摘要",
    "content": (
        r"(?:事業|実施|活動|具体的な?|主な|取組)?の?(?:内容|概要|説明)(?:[（(]抜粋[）)])?"
        r"|(?:実施|事業|具体的な?)方法"
    ),
}
"""By the keys of the plan file; where several fit, the first."""
FACTS: Mapping[str, re.Pattern[str]] = {key: lazy_pattern(words) for key, words in _WORDS.items()}
TEXTS = frozenset(("purpose", "content", "follow_up", "notes", "indicators"))
"""Facts that are told over several lines."""
NO_COLUMNS = frozenset(("indicators",))
"""Facts that no column of a table tells by itself: the figures of an indicator stand in those beside it."""


def label_words(*keys: str) -> str:
    """Return a pattern for the labels of these facts, each a group named by its key."""
    return rf"(?:{'|'.join(f'(?P<{key}>{_WORDS[key]})' for key in keys)})"


COLON = r"[ 　]*[：:][ 　]*"
"""What stands between a label and its value."""
_LABELS = label_words(*(key for key in _WORDS if key != "content"))
_LABEL = lazy_pattern(rf"(?:^|(?<=[ 　、。])){_LABELS}{COLON}")
_LINE = lazy_pattern(rf"[・○]?[ 　]*{_LABELS}{COLON}\S.*")
_OF_FACT = lazy_pattern(r"[^ 　：:]{1,12}[：:][ 　]*\S.*|(?=.*[0-9０-９]).*\S(?:[ 　]{2,}|　)\S.*")


def is_labelled(text: str) -> bool:
    """Whether a line is a fact behind its label: 会場：公民館."""
    return bool(_LINE.fullmatch(text))


def tells_facts(text: str) -> bool:
    """Whether a line tells of a program, and is no part of a name: a label, or figures set apart by spaces."""
    return bool(_OF_FACT.fullmatch(text))


def take_labelled(values: dict[str, str]) -> None:
    """Move what a text names by a label (実施時期：7月) to where it belongs, unless that is told already."""
    for told_in in ("content", "notes"):
        left: list[str] = []
        text = ""
        for line in values.pop(told_in, "").split("\n"):
            named = list(_LABEL.finditer(line))
            # The notes have the cells of columns without a key, behind what heads these.
            taken = values.keys() if told_in == "content" else values.keys() | NO_COLUMNS
            labels = [found for found in named if found.lastgroup not in taken]
            ends = [found.start() for found in labels[1:]] + [len(line)]
            before = line[: labels[0].start() if labels else len(line)].strip()
            if before and text and not named:
                # What goes on below a text with a label belongs to it.
                values[text] = f"{values[text]}\n{before}".lstrip()
            elif before:
                left.append(before)
            for found, end in zip(labels, ends, strict=False):
                key, value = str(found.lastgroup), line[found.end() : end].strip()
                if value or key in TEXTS:
                    values[key] = value
                else:
                    left.append(found[0].strip())
                text = key if key in TEXTS else ""
        told = "\n".join(filter(None, (*left, values.get(told_in))))
        if told:
            values[told_in] = told
    for key in [key for key in TEXTS if values.get(key) == ""]:
        del values[key]
