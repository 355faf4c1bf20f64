"""Plans for property tests: any that fit the schema, with texts that people and attackers write."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from shakyo_plan.model.schema import resolve, schema

NASTY = st.sampled_from(
    [
        *("子育てサロン", "子育て サロン", "子育てｻﾛﾝ", "生活資金貸付事業", "生活福祉資金貸付事業"),
        *(
            "産前・産後",
            "・",
            "・・",
            "（",
            "）（",
            "「」",
            "**",
            "<p>",
            "&nbsp;",
            "&#x110000;",
            "&#xd800;",
        ),
        *(
            "[red]x[/red]",
            "\u202e",
            "\u200b",
            "::error::",
            "%0A",
            "=cmd|'/c calc'!A1",
            "子育て（新規）（常磐）",
        ),
        *(
            "令和元年度",
            "令和5年度の事業計画",
            "2024年度",
            "１－１",
            "ー",
            "No",
            "~",
            "1.0",
            "障害者と障がい者",
        ),
        *("取組 取り組み", "　", "a\nb", "ﾟ", "ǅ", "㈱", "①", "ﬀ", "İ", "x" * 300),
    ]
)
LETTERS = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff\u2028\u2029"
    ),
    max_size=6,
)
WORDS = st.one_of(
    NASTY, st.builds("{}{}".format, NASTY, NASTY), st.builds("{}{}".format, NASTY, LETTERS)
).filter(lambda text: text.strip() != "")
SCHEDULES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "7月",
            "13月",
            "令和6年1月",
            "令和99年1月",
            "4月～",
            "～4月",
            "通年（",
            "0月",
            "2月30日",
            "上半期・下半期",
        ]
    ),
)
AMOUNTS = st.one_of(
    WORDS, st.sampled_from(["69千円", "0円", "1.5円", "1億円", "69", "９千円", "1,2,3円"])
)


IDS = st.one_of(
    st.integers(1, 12),
    st.integers(1, 12).map(str),
    st.builds(
        "{}{}{}".format, st.integers(1, 12), st.sampled_from("-－−‐–—ー"), st.integers(1, 12)
    ),
)
EXAMPLES = st.one_of(
    WORDS, st.sampled_from(["Ⅰ", "1", "(1)", "（1）", "①", "ア", "一", "第1", "なし", "Ⅰ-1", "1-1"])
)
RULES = st.one_of(st.sampled_from(["P201", "P303", "P001", "P901"]), WORDS)
_BY_KEY: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("budget", "amount", "income_total", "expenses_total"), AMOUNTS),
    "schedule": SCHEDULES,
    "rule": RULES,
    "item": st.one_of(WORDS, IDS.map(str)),
}
"""What people write under some keys; under all others, any words."""
_MOST = {"programs": 5, "goals": 3, "plans": 3, "sections": 2, "priorities": 3}
_OFTEN = frozenset({"goals", "programs", "plans"})
"""Keys that a plan nearly always has: without them, there is little to try."""


def plan_data() -> st.SearchStrategy[Any]:
    """Any plan that fits the schema: with goals or flat, with lists anywhere, with every key that there is."""
    return _made(schema(), "")


def _made(described: dict[str, Any], key: str) -> st.SearchStrategy[Any]:
    """Return the values that fit a part of the schema, which stands under a key."""
    described = resolve(described)
    if key == "id" and "if" in described:
        return IDS
    if key in ("priority", "goal", "plan", "section", "management") and "if" in described:
        return EXAMPLES
    if "if" in described:
        return st.one_of(_made(described["then"], key), _made(described["else"], key))
    if "const" in described:
        return st.just(described["const"])
    if "enum" in described:
        return st.sampled_from(described["enum"])
    match described["type"]:
        case "object":
            return _map_made(described)
        case "array":
            return st.lists(_made(described["items"], key), max_size=_MOST.get(key, 2))
        case "integer":
            return st.integers(described["minimum"], described.get("maximum", 12))
        case "number":
            return st.one_of(st.integers(0, 99999), st.sampled_from([0.5, 12.25]))
    return _BY_KEY.get(key, WORDS)


def _map_made(described: dict[str, Any]) -> st.SearchStrategy[Any]:
    made = {key: _made(value, key) for key, value in described["properties"].items()}
    required = set(described["required"])
    if described is schema():
        required |= _OFTEN - {"plans"}
    return st.fixed_dictionaries(
        {key: value for key, value in made.items() if key in required},
        optional={key: value for key, value in made.items() if key not in required},
    )


def plan_texts() -> st.SearchStrategy[str]:
    """Any plan that fits the schema, as the text of a file; JSON is YAML, too."""
    return plan_data().map(lambda data: json.dumps(data, ensure_ascii=False, indent=1))
