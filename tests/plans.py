"""Plans for property tests: any that fit the schema, with texts that people and attackers write."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from shakyo_plan.model import Commission, Status

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


def _map(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


def _listed() -> st.SearchStrategy[Any]:
    citations = st.lists(WORDS, max_size=3)
    group = _map({"group": WORDS}, {"examples": st.lists(WORDS, max_size=2), "programs": citations})
    return st.lists(st.one_of(WORDS, group), max_size=4)


def _ids(count: int = 12) -> st.SearchStrategy[int]:
    return st.integers(1, count)


def plan_data() -> st.SearchStrategy[Any]:
    """Any plan that fits the schema."""
    hyphen = st.sampled_from("-－−‐–—ー")
    plan_id = st.builds("{}{}{}".format, _ids(), hyphen, _ids())
    section = _map({"title": WORDS}, {"text": WORDS})
    basic_plan = _map(
        {"id": plan_id, "title": WORDS, "programs": _listed()},
        {"text": WORDS, "sections": st.lists(section, max_size=2)},
    )
    goal = _map(
        {"id": _ids(), "title": WORDS, "plans": st.lists(basic_plan, max_size=3)}, {"text": WORDS}
    )
    priority = _map(
        {"id": _ids(), "title": WORDS},
        {"text": WORDS, "actions": st.lists(WORDS, max_size=2), "programs": _listed()},
    )
    funding = _map({"source": WORDS, "amount": AMOUNTS}, {})
    texts = ("department", "target", "purpose", "content", "follow_up", "notes")
    program = _map(
        {"name": WORDS},
        {
            **{
                key: st.lists(WORDS, max_size=2) for key in ("aliases", "formerly", "distinct_from")
            },
            "status": st.sampled_from([each.value for each in Status]),
            "district": WORDS,
            "commissioned_by": st.sampled_from([each.value for each in Commission]),
            **dict.fromkeys(texts, WORDS),
            "schedule": SCHEDULES,
            "budget": AMOUNTS,
            "funding": st.lists(funding, max_size=2),
        },
    )
    management = _map(
        {"id": _ids(), "title": WORDS}, {"text": WORDS, "items": st.lists(WORDS, max_size=2)}
    )
    suppression = _map(
        {
            "rule": st.one_of(st.sampled_from(["P201", "P303", "P001", "P901"]), WORDS),
            "item": st.one_of(WORDS, plan_id),
            "reason": WORDS,
            "until": st.integers(1868, 2200),
        },
        {},
    )
    parent = _map({"name": WORDS}, {"owner": WORDS, "period": WORDS})
    return _map(
        {
            "format": st.just(1),
            "fiscal_year": st.integers(1868, 2200),
            "council": _map({"name": WORDS}, {"districts": st.lists(WORDS, max_size=3)}),
            "goals": st.lists(goal, max_size=3),
            "programs": st.lists(program, max_size=6),
        },
        {
            "labels": _map({}, dict.fromkeys(("priority", "goal", "plan"), WORDS)),
            "philosophy": WORDS,
            "based_on": st.lists(parent, max_size=2),
            "policy": WORDS,
            "priorities": st.lists(priority, max_size=3),
            "management": st.lists(management, max_size=2),
            "suppress": st.lists(suppression, max_size=3),
        },
    )


def plan_texts() -> st.SearchStrategy[str]:
    """Any plan that fits the schema, as the text of a file; JSON is YAML, too."""
    return plan_data().map(lambda data: json.dumps(data, ensure_ascii=False, indent=1))
