"""What holds of every comparison: of a plan with itself, and of any two plans."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shakyo_plan import load
from shakyo_plan.diff import Change, ChangeKind, compare
from shakyo_plan.model import Plan
from tests.amount import examples
from tests.applying import applied, data_of, unordered
from tests.conftest import REAL

# Names from so small a pool that two plans share many of them, and others are alike.
NAMES = st.sampled_from(
    [
        "子育てサロン事業", "子育てサロン", "子育てカフェ事業", "見守り事業", "見守り活動事業",
        "生活資金貸付事業", "生活福祉資金貸付事業", "ふくしの教室", "介護講座", "配食サービス",
    ]
)  # fmt: skip
TITLES = st.sampled_from(
    [
        "高齢者福祉の充実",
        "高齢者の福祉",
        "障がい者福祉の充実",
        "子育ての支援",
        "居場所づくり",
        "見守り",
    ]
)
TEXTS = st.sampled_from(
    ["住民どうしの支え合いを広げる。", "住民の支え合いを、地域に広げる。", "孤立を防ぐ。"]
)
DISTRICTS = ["常磐", "内郷", "久之浜", "久之浜・大久"]


def maybe(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


def names(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(NAMES, max_size=most, unique=True)


PROGRAM = maybe(
    formerly=names(2),
    aliases=names(1),
    distinct_from=names(1),
    status=st.sampled_from(["new", "merged", "discontinued", "continued"]),
    district=st.sampled_from(DISTRICTS),
    commissioned_by=st.sampled_from(["city", "other"]),
    purpose=TEXTS,
    schedule=st.sampled_from(["7月", "7月・8月", "令和7年2月", "通年"]),
    budget=st.sampled_from(["69千円", "69,000円", "1,200万円"]),
    funding=st.lists(
        st.fixed_dictionaries(
            {"source": st.sampled_from(["会費", "補助金"]), "amount": st.just("5千円")}
        ),
        max_size=2,
    ),
)


def some(pool: list[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(pool), max_size=most, unique=True)


@st.composite
def listed(draw: st.DrawFn) -> list[Any]:
    groups = [
        {
            "group": words,
            "examples": draw(some(["介護教室", "友愛訪問"], 2)),
            "programs": draw(names(2)),
        }
        for words in draw(some(["各種事業の開催", "各種事業の実施", "講座"], 2))
    ]
    return [*draw(names(4)), *groups]


@st.composite
def sections(draw: st.DrawFn) -> list[Any]:
    titles = draw(st.lists(TITLES, max_size=2, unique=True))
    return [{"title": title, "text": draw(st.none() | TEXTS)} for title in titles]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    goals = []
    for number in draw(st.lists(st.integers(1, 3), min_size=1, max_size=2, unique=True)):
        below = [
            {"id": f"{number}-{n}", "title": draw(TITLES), "sections": draw(sections()),
             "programs": draw(listed())}
            for n in draw(st.lists(st.integers(1, 4), max_size=3, unique=True))
        ]  # fmt: skip
        goals.append({"id": number, "title": draw(TITLES), "plans": below})
    return Plan.read(
        {
            "format": 1,
            "fiscal_year": draw(st.sampled_from([2024, 2025])),
            "council": {
                "name": draw(st.sampled_from(["試験社協", "社会福祉法人 試験社協"])),
                "districts": draw(st.lists(st.sampled_from(DISTRICTS), unique=True)),
            },
            "policy": draw(st.none() | TEXTS),
            "based_on": [{"name": name} for name in draw(st.lists(TITLES, max_size=2, unique=True))],
            "priorities": [
                {"id": number, "title": draw(TITLES), "actions": draw(st.lists(TITLES, max_size=2, unique=True)),
                 "programs": draw(listed())}
                for number in draw(st.lists(st.integers(1, 3), max_size=2, unique=True))
            ],
            "goals": goals,
            "programs": [{"name": name, **draw(PROGRAM)} for name in draw(names(6))],
            "management": [
                {"id": number, "title": draw(TITLES), "items": draw(st.lists(TITLES, max_size=2, unique=True))}
                for number in draw(st.lists(st.integers(1, 3), max_size=2, unique=True))
            ],
        }
    )  # fmt: skip


@given(plans())
@settings(max_examples=examples(20), deadline=None)
def test_a_plan_does_not_differ_from_itself(plan: Plan):
    assert compare(plan, plan, order=True) == ()


def test_nor_does_the_real_one():
    plan = load(REAL)
    assert compare(plan, plan, order=True) == ()


@given(plans(), plans())
@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
def test_the_changes_explain_every_difference(old: Plan, new: Plan):
    data = applied(compare(old, new), old, new.fiscal_year)
    assert unordered(data) == unordered(data_of(new))


@given(plans(), plans())
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
def test_backwards_every_change_is_turned(old: Plan, new: Plan):
    there = Counter(told(change) for change in compare(old, new))
    back = Counter(turned(told(change)) for change in compare(new, old))
    assert there == back


@given(plans(), plans(), st.randoms(use_true_random=False))
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
def test_the_order_of_the_files_does_not_count(old: Plan, new: Plan, dice: Random):
    shuffled = (Plan.read(mixed(data_of(plan), dice)) for plan in (old, new))
    assert told_without_order(old, new) == told_without_order(*shuffled)


def told_without_order(old: Plan, new: Plan) -> Counter[Told]:
    return Counter(told(change) for change in compare(old, new))


Told = tuple[str, str, str | None, str, str, str]


def told(change: Change) -> Told:
    """What a change says, but for what it is called: that is as the new plan has it."""
    evidence = change.evidence
    why = f"{evidence.basis} {evidence.strength}" if evidence else ""
    old, new = (repr(unordered(data_of(side))) for side in (change.old, change.new))
    kind = "merged" if change.kind is ChangeKind.SPLIT else change.kind.value
    return kind, change.item.value, change.field, old, new, why


def turned(change: Told) -> Told:
    kind, item, field, old, new, why = change
    return TURNED.get(kind, kind), item, field, new, old, why


# Two programs that became two others both split and merged.
TURNED = {"added": "removed", "removed": "added"}


def mixed(data: Any, dice: Random) -> Any:
    """The same data in another order."""
    if isinstance(data, dict):
        return {key: mixed(value, dice) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return dice.sample([mixed(value, dice) for value in data], len(data))
    return data
