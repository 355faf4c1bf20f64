"""Which part of one year's plan is which of the next, as a careful person would say: each kind with its contrary."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from shakyo_plan.diff import compare, compare_plans
from shakyo_plan.diff.views.words import describe
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import check_file
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import load_bytes
from tests.applying import data_of
from tests.test_diff import shown

_FROM = 2024


def plan(text: str, year: int = _FROM) -> Plan:
    """A plan written short: goals as lines `1 title`, plans as `1-1 title: programs`, programs with their keys."""
    data: dict[str, Any] = {
        "format": 1,
        "fiscal_year": year,
        "council": {"name": "試験社協"},
        "goals": [],
        "programs": [],
    }
    for line in text.strip().splitlines():
        head, _, rest = line.strip().partition(" ")
        if head == "地区":
            data["council"]["districts"] = rest.split("、")
        elif "-" in head:
            title, _, cited = rest.partition(": ")
            names = [name for name in cited.split("、") if name]
            data["goals"][-1]["plans"].append({"id": head, "title": title, "programs": names})
        elif head.isdigit():
            data["goals"].append({"id": int(head), "title": rest, "plans": []})
        else:
            keys = YAML(typ="safe").load(f"{{{rest}}}") if rest else {}
            data["programs"].append({"name": head.replace("_", " "), **keys})
    return Plan.read(data)


def told(old: str, new: str) -> list[str]:
    """What became of the plan of one year in the next."""
    return [shown(change) for change in compare(plan(old), plan(new, _FROM + 1))]


def of_programs(old: str, new: str) -> list[str]:
    """The same, of the programs alone."""
    found = compare(plan(old), plan(new, _FROM + 1))
    return [shown(change) for change in found if change.item.value == "program"]


def one_list(name: str, more: str = "") -> str:
    return f"1 共に生きる\n1-1 暮らしの支援: {name}、見守り事業\n{name} {more}\n見守り事業"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第1回地域福祉講演会", "第2回地域福祉講演会"),
        ("北地区サロン", "南地区サロン"),
        ("小学生ボランティア体験", "中学生ボランティア体験"),
        ("男の料理教室", "女の料理教室"),
        ("男性介護者の集い", "女性介護者の集い"),
        ("夏休み子ども教室", "冬休み子ども教室"),
        ("手話入門講座", "手話基礎講座"),
        ("平地区サロン", "小名浜地区サロン"),
        ("高齢者福祉事業", "障害者福祉事業"),
    ],
)
def test_a_sibling_is_another_program(old: str, new: str):
    purpose = "purpose: 住み慣れた地域で暮らし続けられるようにする。"
    kinds = [
        line.split()[0] for line in of_programs(one_list(old, purpose), one_list(new, purpose))
    ]
    assert sorted(kinds) == ["added", "removed"]


def test_a_guess_says_what_differs_where_it_is_one_word_instead_of_another():
    old, new = "見守り協力員研修", "配食協力員研修"
    (change,) = compare(plan(one_list(old)), plan(one_list(new), 2025))
    assert change.evidence is not None
    assert change.evidence.differing == ("見守り", "配食")
    (back,) = compare(plan(one_list(new), 2025), plan(one_list(old)))
    assert back.evidence is not None
    assert back.evidence.differing == ("配食", "見守り")


def test_a_name_that_shares_only_a_general_word_is_another_program():
    found = told(one_list("母子福祉事業"), one_list("こすもす福祉作業所"))
    assert [line.split()[0] for line in found] == ["removed", "added"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("見守り事業A", "見守り活動事業A"),
        ("地域福祉講演会", "地域福祉講演会の開催"),
        ("配食サービス事業", "配食サービス"),
        ("障害者サロン", "障がい者サロン"),
        ("地域包括支援センター事業", "地域包括支援センター事業（五日市はつらつセンター）"),
        ("令和6年度福祉大会", "令和7年度福祉大会"),
        ("広報事業", "広報紙発行事業"),
        ("子ども食堂", "こども食堂支援"),
        ("母子家庭支援事業", "ひとり親家庭支援事業"),
        ("独居老人給食サービス", "ひとり暮らし老人給食サービス"),
    ],
)
def test_a_rewording_is_the_same_program(old: str, new: str):
    (line,) = of_programs(one_list(old), one_list(new))
    assert line.startswith(f"renamed program {new} name | {old} → {new} (guess: ")


MOVED = "1 共に生きる\n1-1 食の支援: {}\n1-2 見守り: {}\n配食サービス{} purpose: 食事を届けて安否を確認する。\n見守り事業"


def test_a_small_rewording_that_also_moves_is_both():
    old = MOVED.format("配食サービス事業、見守り事業", "見守り事業", "事業")
    new = MOVED.format("見守り事業", "見守り事業、配食サービス", "")
    assert told(old, new) == [
        "moved citation 1-2 配食サービス | 1-1 → 1-2",
        "renamed program 配食サービス name | 配食サービス事業 → 配食サービス (guess: likeness)",
    ]


def test_another_name_that_also_moves_is_another_program():
    old = MOVED.format("配食サービス事業、見守り事業", "見守り事業", "事業")
    new = MOVED.format("見守り事業", "見守り事業、買物サービス", "").replace("配食", "買物")
    new = new.replace("食事を届けて安否を確認する。", "店まで送り迎えする。")
    assert [line.split()[0] for line in of_programs(old, new)] == ["removed", "added"]


def many_lists(name: str, lists: int) -> str:
    plans = "\n".join(f"1-{n} 計画{n}: {name}、事業{n}" for n in range(1, lists + 1))
    programs = "\n".join(f"事業{n}" for n in range(1, lists + 1))
    return f"1 共に生きる\n{plans}\n{name}\n{programs}"


def test_another_name_in_exactly_the_same_many_lists_is_a_guess():
    assert told(many_lists("小地域福祉活動", 17), many_lists("ささえあいの輪", 17)) == [
        "renamed program ささえあいの輪 name | 小地域福祉活動 → ささえあいの輪 (guess: content)"
    ]


def test_another_name_in_one_list_is_another_program():
    found = of_programs(many_lists("小地域福祉活動", 1), many_lists("ささえあいの輪", 1))
    assert [line.split()[0] for line in found] == ["removed", "added"]


@pytest.mark.parametrize(
    ("old", "new"), [("遠野", "遠野地区"), ("遠野地区", "遠野"), ("四倉", "四倉・大浦")]
)
def test_a_district_that_was_renamed_keeps_its_programs(old: str, new: str):
    def text(district: str, name: str) -> str:
        return f"地区 常磐、{district}\n1 共\n1-1 サロン: {name}\n{name} district: {district}"

    renamed = f"renamed council 試験社協 districts | {old} → {new} (guess: likeness)"
    assert told(text(old, "料理教室"), text(new, "料理教室")) == [renamed]
    assert told(text(old, f"{old}ふれあいサロン"), text(new, f"{new}ふれあいサロン")) == [
        renamed,
        f"renamed program {new}ふれあいサロン name | {old}ふれあいサロン → {new}ふれあいサロン (guess: likeness)",
    ]


def test_a_district_with_another_name_and_the_same_programs_is_a_guess():
    def text(district: str) -> str:
        return f"地区 {district}\n1 共\n1-1 サロン: 甲教室、乙教室\n甲教室 district: {district}\n乙教室 district: {district}"

    assert told(text("海岸通り"), text("みなと")) == [
        "renamed council 試験社協 districts | 海岸通り → みなと (guess: content)"
    ]


def test_another_district_is_another_district():
    assert told("地区 北地区\n1 共", "地区 南地区\n1 共") == [
        "removed council 試験社協 districts | 北地区 → None",
        "added council 試験社協 districts | None → 南地区",
    ]


PLAN_AT_NUMBER = "1 共に生きる\n1-1 {}の充実: {}\n甲事業\n乙事業\n丙事業\n丁事業"


def test_another_plan_at_the_same_number_is_another_plan():
    old = PLAN_AT_NUMBER.format("児童福祉", "甲事業、乙事業")
    new = PLAN_AT_NUMBER.format("移動手段", "丙事業、丁事業")
    kinds = [line.split()[:2] for line in told(old, new)]
    assert [kind for kind, part in kinds if part == "plan"] == ["removed", "added"]


@pytest.mark.parametrize(
    ("title", "programs"),
    [("こども", "甲事業、乙事業"), ("児童の福祉", "丙事業、丁事業")],
    ids=["the same programs", "a similar title"],
)
def test_a_plan_that_was_reworded_at_its_number_is_the_same(title: str, programs: str):
    old = PLAN_AT_NUMBER.format("児童福祉", "甲事業、乙事業")
    new = PLAN_AT_NUMBER.format(title, programs)
    assert told(old, new)[0].startswith("renamed plan 1-1 ")


def test_goals_of_a_new_term_are_recognised_by_what_they_say_and_not_by_their_numbers():
    old = "1 社会福祉協議会の運営基盤強化\n2 地域活動の支援\n3 広報、啓発、相談事業の充実\n4 生活支援の充実"
    new = "1 広報、啓発活動の充実\n2 地域活動の活性化\n3 生活課題に応える支援の充実"
    found = [line for line in told(old, new) if line.split()[1] == "goal"]
    assert [line.partition(" (")[0] for line in found] == [
        "removed goal 1 社会福祉協議会の運営基盤強化 | 社会福祉協議会の運営基盤強化 → None",
        "renumbered goal 1 広報、啓発活動の充実 id | 3 → 1",
        "renamed goal 1 広報、啓発活動の充実 title | 広報、啓発、相談事業の充実 → 広報、啓発活動の充実",
        "renamed goal 2 地域活動の活性化 title | 地域活動の支援 → 地域活動の活性化",
        "renumbered goal 3 生活課題に応える支援の充実 id | 4 → 3",
        "renamed goal 3 生活課題に応える支援の充実 title | 生活支援の充実 → 生活課題に応える支援の充実",
    ]


GOALS = "1 {}\n1-1 {}: 甲事業、乙事業\n1-2 {}: 丙事業\n1-3 {}: 丁事業\n2 {}\n2-1 {}: 戊事業\n甲事業\n乙事業\n丙事業\n丁事業\n戊事業"


def test_a_goal_is_known_by_its_plans_though_goal_and_plans_have_other_titles():
    old = GOALS.format("共に生きる", "子育て", "高齢者", "障害者", "支え合う", "担い手")
    new = GOALS.format("誰もが輝くまち", "はぐくむ", "ささえる", "障害者", "支え合う", "担い手")
    assert [line.split()[:3] for line in told(old, new)] == [
        ["renamed", "goal", "1"],
        ["renamed", "plan", "1-1"],
        ["renamed", "plan", "1-2"],
    ]


def test_goals_that_were_swapped_and_retitled_are_renumbered():
    old = GOALS.format("共に生きる", "子育て", "高齢者", "障害者", "支え合う", "担い手")
    new = (
        "1 まちの力を育てる\n1-1 担い手: 戊事業\n2 誰もが輝く\n2-1 子育て: 甲事業、乙事業\n"
        "2-2 高齢者: 丙事業\n2-3 障害者: 丁事業\n甲事業\n乙事業\n丙事業\n丁事業\n戊事業"
    )
    found = [line.split(" | ")[1].split(" (")[0] for line in told(old, new)]
    assert found == ["2 → 1", "支え合う → まちの力を育てる", "1 → 2", "共に生きる → 誰もが輝く"]


def named(**programs: str) -> str:
    return (
        "1 共\n1-1 計画: "
        + "、".join(programs)
        + "".join(f"\n{n} {k}" for n, k in programs.items())
    )


def test_two_programs_that_swap_their_names_are_two_renames():
    new = named(
        甲事業="formerly: [乙事業], budget: 2千円", 乙事業="formerly: [甲事業], budget: 1千円"
    )
    assert of_programs(named(甲事業="budget: 1千円", 乙事業="budget: 2千円"), new) == [
        "renamed program 甲事業 name | 乙事業 → 甲事業 (certain: formerly)",
        "renamed program 乙事業 name | 甲事業 → 乙事業 (certain: formerly)",
    ]


def test_a_chain_of_names_is_two_renames():
    new = named(乙事業="formerly: [甲事業]", 丙事業="formerly: [乙事業]")
    assert of_programs(named(甲事業="", 乙事業=""), new) == [
        "renamed program 乙事業 name | 甲事業 → 乙事業 (certain: formerly)",
        "renamed program 丙事業 name | 乙事業 → 丙事業 (certain: formerly)",
    ]


def test_a_branch_is_a_split_and_the_old_goes_on():
    new = named(甲事業="", 乙事業="formerly: [甲事業]")
    assert of_programs(named(甲事業=""), new) == [
        "split program 甲事業 | 甲事業 → 甲事業+乙事業 (certain: formerly)"
    ]


def test_the_year_after_a_swap_nothing_is_swapped_back():
    swapped = named(甲事業="formerly: [乙事業]", 乙事業="formerly: [甲事業]")
    cleared = named(甲事業="", 乙事業="")
    assert {line.split()[0] for line in of_programs(swapped, cleared)} == {"changed"}
    assert told(swapped, swapped) == []


@pytest.mark.parametrize("first", ["甲事業", "乙事業"])
def test_a_merger_bears_the_name_of_the_successor_though_the_other_is_still_listed(first: str):
    entries = {"甲事業": "formerly: [乙事業]", "乙事業": "status: merged"}
    order = sorted(entries, key=lambda name: name != first)
    new = named(**{name: entries[name] for name in order})
    (line,) = of_programs(named(甲事業="", 乙事業=""), new)
    assert line.startswith("merged program 甲事業 | 甲事業+乙事業 → ")
    assert line.endswith(" (certain: formerly)")


SWAPPED = """\
format: 1
fiscal_year: 2025
council: {name: 試験社協}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [%s]}
programs:
"""


def findings(cited: str, programs: str) -> list[str]:
    text = SWAPPED % cited + programs
    found = check_file(load_bytes(text.encode(), "2025.yaml")).diagnostics
    tr = Translator("ja")
    return [f"{one.code} {tr(one.message)}" for one in found if one.code.startswith("P2")]


def test_programs_may_swap_names_or_pass_them_on():
    swap = "  - {name: 甲事業, formerly: [乙事業]}\n  - {name: 乙事業, formerly: [甲事業]}\n"
    chain = "  - {name: 乙事業, formerly: [甲事業]}\n  - {name: 丙事業, formerly: [乙事業]}\n"
    assert findings("甲事業, 乙事業", swap) == []
    assert findings("乙事業, 丙事業", chain) == []


def test_a_former_name_of_two_programs_is_found_where_it_is_cited():
    both = "  - {name: 乙事業, formerly: [甲事業]}\n  - {name: 丙事業, formerly: [甲事業]}\n"
    assert findings("甲事業, 乙事業, 丙事業", both) == [
        "P204 「甲事業」は複数の事業の旧名です: 「乙事業」、「丙事業」"
    ]


def test_an_alias_that_is_another_s_name_is_found():
    assert findings(
        "甲事業, 乙事業", "  - {name: 甲事業}\n  - {name: 乙事業, aliases: [甲事業]}\n"
    ) == ["P207 「甲事業」は別の事業名なので、「乙事業」の名称にはできません"]


AKIRUNO = """\
3 {}
3-1 地域福祉活動推進事業: 地域福祉活動推進事業
3-4 {}: {}
4 公益事業
4-1 {}: {}
地域福祉活動推進事業
{}
{}"""
"""The shape of a council that prints each program as a basic plan too."""


def test_a_plan_with_a_bracket_more_is_the_same_and_one_with_another_name_is_not():
    longer = "地域包括支援センター事業（五日市はつらつセンター）"
    old = AKIRUNO.format(
        "社会福祉事業", *["母子福祉事業"] * 2, *["地域包括支援センター事業"] * 2, "母子福祉事業", "地域包括支援センター事業"
    )  # fmt: skip
    new = AKIRUNO.format(
        "社会福祉事業", *["こすもす福祉作業所"] * 2, *[longer] * 2, "こすもす福祉作業所", longer
    )
    assert [line.partition(" | ")[0] for line in told(old, new)] == [
        "removed plan 3-4 母子福祉事業",
        "added plan 3-4 こすもす福祉作業所",
        f"renamed plan 4-1 {longer} title",
        "removed program 母子福祉事業",
        "added program こすもす福祉作業所",
        f"renamed program {longer} name",
    ]


def test_a_plan_that_moved_between_two_goals_of_one_number_says_which():
    programs = "甲事業\n乙事業\n丙事業\n丁事業\n戊事業"
    old = plan(
        "2 公益の取り組み\n2-1 窓口: 丙事業\n2-2 貸付: 丁事業\n3 社会福祉\n3-1 食の支援: 戊事業\n"
        f"3-4 移送: 甲事業、乙事業\n{programs}"
    )
    new = plan(
        "3 公益の取り組み\n3-1 窓口: 丙事業\n3-2 貸付: 丁事業\n3-4 移送: 甲事業、乙事業\n"
        f"4 社会福祉\n4-1 食の支援: 戊事業\n{programs}",
        2025,
    )
    comparison = compare_plans(old, new, "2024.yaml", "2025.yaml")
    (moved,) = [change for change in comparison.changes if change.kind.value == "moved"]
    words = describe(moved, comparison, Translator("ja"))
    assert (words.old[0].text, words.new[0].text) == (
        "3-4（基本目標 3 社会福祉）",
        "3-4（基本目標 3 公益の取り組み）",
    )


def with_parts(old: str, **parts: Any) -> Plan:
    data = data_of(plan(old))
    data["goals"][0]["plans"] = [
        {**basic_plan, **parts.get(f"p{at}", {})}
        for at, basic_plan in enumerate(data["goals"][0]["plans"], 1)
    ]
    data |= {key: value for key, value in parts.items() if not key.startswith("p")}
    return Plan.read(without_nothing(data))


def without_nothing(data: Any) -> Any:
    """The data as a file would have it: what is not there has no key."""
    if isinstance(data, dict):
        return {key: without_nothing(value) for key, value in data.items() if value is not None}
    return [without_nothing(value) for value in data] if isinstance(data, list) else data


PLAIN = "1 共に\n1-1 相談: \n1-2 見守り: 甲事業\n甲事業\n乙事業\n丙事業"
TEXT = "ひとり暮らしの人を、近所で見守る。"


def test_a_section_that_moved_and_has_another_title_is_known_by_its_text():
    old = with_parts(PLAIN, p1={"sections": [{"title": "近所の見守り", "text": TEXT}]})
    new = with_parts(PLAIN, p2={"sections": [{"title": "あんしん訪問", "text": TEXT}]})
    assert [shown(change) for change in compare(old, new)] == [
        "moved section 1-2 あんしん訪問 | 1-1 → 1-2",
        "renamed section 1-2 あんしん訪問 title | 近所の見守り → あんしん訪問 (guess: content)",
    ]


def test_a_group_that_took_another_s_words_is_not_the_other():
    def group(words: str, *programs: str) -> dict[str, Any]:
        return {"group": words, "examples": [], "programs": [*programs]}

    old = with_parts(PLAIN, p1={"programs": [group("各種講座の開催", "甲事業", "乙事業")]})
    new = with_parts(
        PLAIN,
        p1={
            "programs": [
                group("各種教室の開催", "甲事業", "乙事業"),
                group("各種講座の開催", "丙事業"),
            ]
        },
    )
    assert [shown(change).partition(" | ")[0] for change in compare(old, new)] == [
        "renamed group 1-1 各種教室の開催 group",
        "added group 1-1 各種講座の開催",
    ]


def test_an_accepted_finding_follows_its_section_of_the_management():
    section = {"title": "財源および財務運営", "items": ["会費の確保", "寄付の募集"]}
    accepted = {"rule": "P506", "reason": "印刷のとおり。", "until": 2026}
    old = with_parts(PLAIN, management=[{"id": 2, **section}], suppress=[{**accepted, "item": "2"}])
    new = with_parts(PLAIN, management=[{"id": 3, **section}], suppress=[{**accepted, "item": "3"}])
    assert [shown(change).partition(" | ")[0] for change in compare(old, new)] == [
        "renumbered management 3 財源および財務運営 id"
    ]


def test_into_a_group_of_a_plan_that_was_merely_renumbered_names_the_group_alone():
    old = plan("1 共に\n1-1 見守り: 甲事業、乙事業\n甲事業\n乙事業")
    data = data_of(plan("1 共に\n1-2 見守り: 乙事業\n甲事業\n乙事業", 2025))
    nested = {"group": "各種教室の開催", "examples": [], "programs": ["甲事業"]}
    data["goals"][0]["plans"][0]["programs"].append(nested)
    new = Plan.read(without_nothing(data))
    comparison = compare_plans(old, new, "2024.yaml", "2025.yaml")
    (moved,) = [change for change in comparison.changes if change.kind.value == "moved"]
    words = describe(moved, comparison, Translator("ja"))
    assert (words.old[0].text, words.new[0].text) == ("まとまりの外", "各種教室の開催")
