"""What `plan diff` makes of an edit: each one change, with the evidence where two names are one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shakyo_plan import load
from shakyo_plan.diff import Change, compare
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import load_bytes, sound_plan
from tests.applying import data_of
from tests.conftest import REAL

PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷, 久之浜・大久]
philosophy: 共に生きるまち
based_on:
  - name: 地域福祉計画
    owner: 試験市
policy: 住民が主体の地域福祉を進める。
priorities:
  - id: 1
    title: 生活課題への対応
    actions:
      - 連携の場づくり
      - 緊急的な支援の実施
    programs: [貸付事業, 見守り事業]
  - id: 2
    title: つながりの再構築
    programs: [子育てサロン]
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て支援の充実
        sections:
          - title: 産み育てる環境の整備
            text: 親子の孤立を防ぎ、支えの要る家庭に寄り添う。
        programs: [子育てサロン, 見守り事業]
      - id: 1-2
        title: 高齢者福祉の充実
        sections:
          - title: 介護予防の推進
        programs:
          - 見守り事業
          - group: 各種事業の開催
            examples: [介護教室, 友愛訪問]
            programs: [ふくしの教室]
  - id: 2
    title: 支え合う
    plans:
      - id: 2-1
        title: 担い手づくり
        programs: [広報事業, 見守り事業]
programs:
  - name: 子育てサロン
    purpose: 親子が集い、悩みを話せる場をつくる。
  - name: 見守り事業
    distinct_from: [広報事業]
  - name: ふくしの教室
    status: new
    district: 久之浜・大久
    schedule: 5月・10月
    budget: 69千円
  - name: 貸付事業
    commissioned_by: city
  - name: 広報事業
    schedule: 令和7年2月
management:
  - id: 1
    title: 組織体制
    items: [理事会の開催, 監査の実施]
suppress:
  - rule: P506
    item: 見守り事業
    reason: 印刷のとおり。
    until: 2024
"""


def plan(text: str) -> Plan:
    return sound_plan(load_bytes(text.encode(), "試験.yaml"))


def edited(*edits: tuple[str, str]) -> Plan:
    text = PLAN
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return plan(text)


def shown(change: Change) -> str:
    """A change in one line: kind, item, id, name, field, old and new, evidence."""
    parts: list[object] = [change.kind.value, change.item.value]
    parts += [part for part in (change.id, change.name, change.field) if part is not None]
    for value in (change.old, change.new):
        parts.append("→" if value is change.new else "|")
        match data_of(value):
            case {"program": program, "cited_in": places}:
                ids = [place["plan"] or place["priority"] for place in places]
                parts.append(f"{program['name']}{ids}")
            case [{"program": _}, *_] as entries:
                parts.append("+".join(entry["program"]["name"] for entry in entries))
            case {"name": name} if change.field == "name" and change.item.value == "citation":
                parts.append(name)
            case {"plan": where, "priority": priority, "group": group}:
                parts.append(f"{where or priority}{'' if group is None else f'/{group}'}")
            case {"title": title}:
                parts.append(title)
            case {"group": words, "programs": programs}:
                parts.append(f"{words}{programs}")
            case {"goal": goal, "id": number}:
                parts.append(f"{goal}:{number}")
            case other:
                parts.append(other)
    if change.evidence:
        parts.append(f"({change.evidence.strength}: {change.evidence.basis})")
    return " ".join(map(str, parts))


def lines(old: Plan, new: Plan, *, order: bool = False) -> list[str]:
    return [shown(change) for change in compare(old, new, order=order)]


OLD = plan(PLAN)


def test_nothing_changed():
    assert lines(OLD, OLD, order=True) == []


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            [("見守り事業", "見守り・声かけ事業"), ("- name: 見守り・声かけ事業\n", "- name: 見守り・声かけ事業\n    formerly: [見守り事業]\n")],
            ["renamed program 見守り・声かけ事業 name | 見守り事業 → 見守り・声かけ事業 (certain: formerly)"],
            id="renamed through formerly: its four citations, the look-alike and the suppression follow",
        ),
        pytest.param(
            [("子育てサロン", "子育て サロン")],
            ["renamed program 子育て サロン name | 子育てサロン → 子育て サロン (certain: name)"],
            id="renamed in notation only",
        ),
        pytest.param(
            [("広報事業", "広報紙発行事業"), ("- name: 広報紙発行事業\n", "- name: 広報紙発行事業\n    aliases: [広報事業]\n")],
            [
                "renamed program 広報紙発行事業 name | 広報事業 → 広報紙発行事業 (certain: alias)",
                "changed program 広報紙発行事業 aliases | [] → ['広報事業']",
            ],
            id="renamed, the old name kept as an alias",
        ),
        pytest.param(
            [("子育てサロン", "子育てのサロン")],
            ["renamed program 子育てのサロン name | 子育てサロン → 子育てのサロン (guess: likeness)"],
            id="renamed without a word: a guess",
        ),
        pytest.param(
            [("- 見守り事業\n          - group", "- group"), ("[広報事業, 見守り事業]\nprograms", "[広報事業, 見守り事業, 貸付事業]\nprograms")],
            [
                "removed citation 1-2 見守り事業 | 1-2 → None",
                "added citation 2-1 貸付事業 | None → 2-1",
            ],
            id="a citation goes, another comes",
        ),
        pytest.param(
            [("[子育てサロン, 見守り事業]", "[見守り事業]"), ("[広報事業, 見守り事業]\nprograms", "[広報事業, 見守り事業, 子育てサロン]\nprograms")],
            ["moved citation 2-1 子育てサロン | 1-1 → 2-1"],
            id="a program moved from one plan to another",
        ),
        pytest.param(
            [("programs: [ふくしの教室]", "programs: []"), ("          - 見守り事業\n          - group", "          - 見守り事業\n          - ふくしの教室\n          - group")],
            ["moved citation 1-2 ふくしの教室 | 1-2/各種事業の開催 → 1-2"],
            id="a program left its group",
        ),
        pytest.param(
            [("id: 1-2", "id: 1-3")],
            ["renumbered plan 1-3 高齢者福祉の充実 id | 1-2 → 1-3 (certain: name)"],
            id="a plan got another number",
        ),
        pytest.param(
            [("id: 1-1", "id: １－１")],
            ["changed plan １－１ 子育て支援の充実 id | 1-1 → １－１"],
            id="a number written in another way is no other number",
        ),
        pytest.param(
            [("  - id: 1\n    title: 共に", "  - id: 3\n    title: 共に"), ("id: 1-1", "id: 3-1"), ("id: 1-2", "id: 3-2")],
            ["renumbered goal 3 共に生きる id | 1 → 3 (certain: name)"],
            id="a goal got another number: that of its plans goes with it",
        ),
        pytest.param(
            [("title: 高齢者福祉の充実", "title: 高齢者の暮らしの充実")],
            ["renamed plan 1-2 高齢者の暮らしの充実 title | 高齢者福祉の充実 → 高齢者の暮らしの充実 (likely: id)"],
            id="a plan got another title",
        ),
        pytest.param(
            [("title: 介護予防の推進", "title: 介護予防と健康づくりの推進")],
            ["renamed section 1-2 介護予防と健康づくりの推進 title | 介護予防の推進 → 介護予防と健康づくりの推進 (guess: likeness)"],
            id="a section got another title",
        ),
        pytest.param(
            [("各種事業の開催", "各種事業の実施"), ("[介護教室, 友愛訪問]", "[介護教室]")],
            [
                "renamed group 1-2 各種事業の実施 group | 各種事業の開催 → 各種事業の実施 (guess: likeness)",
                "changed group 1-2 各種事業の実施 examples | ['介護教室', '友愛訪問'] → ['介護教室']",
            ],
            id="a group got other words and lost an example; what is nested in it stays",
        ),
        pytest.param(
            [("  - name: 広報事業\n    schedule: 令和7年2月\n", ""), ("[広報事業, 見守り事業]\nprograms", "[見守り事業]\nprograms"), ("    distinct_from: [広報事業]\n", "")],
            [
                "changed program 見守り事業 distinct_from | ['広報事業'] → []",
                "removed program 広報事業 | 広報事業['2-1'] → None",
            ],
            id="a program went, its citations with it",
        ),
        pytest.param(
            [("  - name: 貸付事業\n", "  - name: 買物支援事業\n    status: new\n  - name: 貸付事業\n"), ("programs: [広報事業, 見守り事業]", "programs: [買物支援事業, 広報事業, 見守り事業]")],
            ["added program 買物支援事業 | None → 買物支援事業['2-1']"],
            id="a program came, its citations with it",
        ),
        pytest.param(
            [("schedule: 5月・10月", "schedule: 6月・10月"), ("69千円", "80千円"), ("status: new", "status: continued")],
            [
                "changed program ふくしの教室 status | new → continued",
                "changed program ふくしの教室 schedule | 5月・10月 → 6月・10月",
                "changed program ふくしの教室 budget | 69千円 → 80千円",
            ],
            id="fields of a program",
        ),
        pytest.param(
            [("久之浜・大久", "久之浜")],
            ["renamed council 試験社協 districts | 久之浜・大久 → 久之浜 (guess: likeness)"],
            id="a district got another name: its programs follow",
        ),
        pytest.param(
            [("      - 緊急的な支援の実施\n", "      - 緊急的な支援と相談の実施\n"), ("[理事会の開催, 監査の実施]", "[監査の実施]")],
            [
                "changed action 1 緊急的な支援と相談の実施 | 緊急的な支援の実施 → 緊急的な支援と相談の実施 (guess: likeness)",
                "removed management 1 理事会の開催 items | 理事会の開催 → None",
            ],
            id="an action was reworded, an item went",
        ),
        pytest.param(
            [("policy: 住民が主体の", "policy: 住民とともに"), ("owner: 試験市", "owner: 試験市\n    period: 令和6年度～"), ("philosophy: 共に生きるまち\n", "")],
            [
                "changed philosophy | 共に生きるまち → None",
                "changed based_on 地域福祉計画 period | None → 令和6年度～",
                "changed policy | 住民が主体の地域福祉を進める。 → 住民とともに地域福祉を進める。",
            ],
            id="what a plan has once",
        ),
        pytest.param(
            [("until: 2024", "until: 2025")],
            ["changed suppress P506 見守り事業 until | 2024 → 2025"],
            id="an suppression is accepted longer",
        ),
    ],
)  # fmt: skip
def test_each_edit_is_one_change(edits: list[tuple[str, str]], expected: list[str]):
    assert lines(OLD, edited(*edits)) == expected


def test_a_new_plan_in_the_middle_renumbers_those_after_it():
    new = edited(
        ("id: 1-2", "id: 1-3"),
        (
            "      - id: 1-3\n",
            "      - id: 1-2\n        title: 防災の推進\n        programs: [見守り事業, 広報事業]\n"
            "      - id: 1-3\n",
        ),
        ("[広報事業, 見守り事業]\nprograms", "[見守り事業]\nprograms"),
    )
    assert lines(OLD, new) == [
        "added plan 1-2 防災の推進 | None → 防災の推進",
        "moved citation 1-2 広報事業 | 2-1 → 1-2",
        "renumbered plan 1-3 高齢者福祉の充実 id | 1-2 → 1-3 (certain: name)",
    ]


def test_a_plan_moves_from_one_goal_to_another():
    text = PLAN.replace(
        "  - id: 2\n    title: 支え合う\n    plans:\n      - id: 2-1\n", "      - id: 1-3\n"
    )
    text = text.replace(
        "programs:\n  - name: 子",
        "  - id: 2\n    title: 支え合う\n    plans: []\nprograms:\n  - name: 子",
    )
    assert lines(OLD, plan(text)) == [
        "moved plan 1-3 担い手づくり | 2:2-1 → 1:1-3 (certain: name)"
    ]  # fmt: skip


def test_one_program_becomes_two():
    new = edited(
        ("  - name: 広報事業\n    schedule: 令和7年2月\n",
         "  - name: 広報紙発行事業\n    formerly: [広報事業]\n  - name: 動画配信事業\n    formerly: [広報事業]\n"),
        ("programs: [広報事業, 見守り事業]", "programs: [広報紙発行事業, 動画配信事業, 見守り事業]"),
        ("    distinct_from: [広報事業]\n", ""),
    )  # fmt: skip
    assert lines(OLD, new)[1:] == [
        "split program 広報事業 | 広報事業 → 広報紙発行事業+動画配信事業 (certain: formerly)"
    ]


def test_a_program_branches_off_from_one_that_goes_on():
    new = edited(
        (
            "  - name: 貸付事業\n",
            "  - name: 緊急貸付事業\n    formerly: [貸付事業]\n  - name: 貸付事業\n",
        )
    )
    assert lines(OLD, new) == [
        "split program 貸付事業 | 貸付事業 → 緊急貸付事業+貸付事業 (certain: formerly)"
    ]


def test_two_programs_become_one():
    new = edited(
        ("    commissioned_by: city\n", "    commissioned_by: city\n    formerly: [広報事業]\n"),
        ("  - name: 広報事業\n    schedule: 令和7年2月\n", ""),
        ("programs: [広報事業, 見守り事業]", "programs: [貸付事業, 見守り事業]"),
        ("    distinct_from: [広報事業]\n", ""),
    )
    assert lines(OLD, new)[1:] == [
        "merged program 貸付事業 | 貸付事業+広報事業 → 貸付事業 (certain: formerly)"
    ]


def test_a_former_name_of_years_ago_is_no_news():
    both = edited(("  - name: 貸付事業\n", "  - name: 貸付事業\n    formerly: [広報事業]\n"))
    assert lines(both, both) == []


def test_a_citation_that_kept_the_former_name_is_told():
    new = edited(
        ("- name: 広報事業\n", "- name: 広報紙発行事業\n    formerly: [広報事業]\n"),
        ("distinct_from: [広報事業]", "distinct_from: [広報紙発行事業]"),
    )
    assert lines(OLD, new) == [
        "changed citation 2-1 広報事業 name | 広報事業 → 広報事業",
        "renamed program 広報紙発行事業 name | 広報事業 → 広報紙発行事業 (certain: formerly)",
    ]


def test_a_program_that_kept_the_former_name_of_its_district_is_told():
    new = edited(("[常磐, 内郷, 久之浜・大久]", "[常磐, 内郷, 久之浜]"))
    assert lines(OLD, new) == [
        "renamed council 試験社協 districts | 久之浜・大久 → 久之浜 (guess: likeness)",
        "changed program ふくしの教室 district | 久之浜・大久 → 久之浜・大久",
    ]


def unlike() -> Iterator[tuple[str, tuple[str, str]]]:
    named = "- name: 子育てのサロン\n"
    yield "entered as new", (named, f"{named}    status: new\n")
    yield "entered as distinct", (named, f"{named}    distinct_from: [子育てサロン]\n")
    yield "in another district", (named, f"{named}    district: 内郷\n")
    yield "cited by no list", ("[子育てのサロン, 見守り事業]", "[見守り事業]")


@pytest.mark.parametrize("edit", [edit for _, edit in unlike()], ids=[name for name, _ in unlike()])
def test_a_similar_name_is_not_guessed_to_be_the_same_where_the_plan_speaks_against_it(
    edit: tuple[str, str],
):
    texts = ("    purpose: 親子が集い、悩みを話せる場をつくる。\n", "")
    old = edited(("- name: 子育てサロン\n", "- name: 子育てサロン\n    district: 常磐\n"))
    new = edited(
        ("子育てサロン", "子育てのサロン"), ("    programs: [子育てのサロン]\n", ""), texts, edit
    )
    kinds = [change.kind.value for change in compare(old, new) if change.item.value == "program"]
    assert kinds == ["removed", "added"]


def test_a_new_name_with_the_same_purpose_is_a_guess_too():
    new = edited(("子育てサロン", "にこにこ広場"))
    assert lines(OLD, new) == [
        "renamed program にこにこ広場 name | 子育てサロン → にこにこ広場 (guess: content)"
    ]


def test_what_the_year_alone_brings_is_marked():
    old = edited(("- name: 貸付事業\n", "- name: 貸付事業\n    formerly: [資金貸付]\n"))
    new = edited(
        ("fiscal_year: 2024", "fiscal_year: 2025"),
        ("令和7年2月", "令和8年2月"),
        ("status: new", "status: continued"),
        ("69千円", "80千円"),
    )
    found = compare(old, new)
    assert [(change.field, change.routine) for change in found] == [
        ("status", True),
        ("budget", False),
        ("formerly", True),
        ("schedule", True),
    ]
    assert not any(change.routine for change in compare(new, old))


def test_order_alone_counts_only_where_it_is_asked_for():
    new = edited(
        ("[広報事業, 見守り事業]\nprograms", "[見守り事業, 広報事業]\nprograms"),
        ("[理事会の開催, 監査の実施]", "[監査の実施, 理事会の開催]"),
        ("[介護教室, 友愛訪問]", "[友愛訪問, 介護教室]"),
        ("[常磐, 内郷, ", "[内郷, 常磐, "),
    )
    assert lines(OLD, new) == []
    assert lines(OLD, new, order=True) == [
        "reordered council 試験社協 districts | ['常磐', '内郷', '久之浜・大久'] → ['内郷', '常磐', '久之浜・大久']",
        "changed group 1-2 各種事業の開催 examples | ['介護教室', '友愛訪問'] → ['友愛訪問', '介護教室']",
        "reordered citation 2-1 担い手づくり | ['広報事業', '見守り事業'] → ['見守り事業', '広報事業']",
        "reordered management 1 組織体制 items | ['理事会の開催', '監査の実施'] → ['監査の実施', '理事会の開催']",
    ]


def test_what_the_printed_plan_got_wrong_is_told_citation_by_citation():
    printed = load(REAL.parent.parent / "examples" / "iwaki-2024-as-printed.yaml")
    found = lines(printed, load(REAL))
    assert (
        "changed citation 2-1 ふれあい・ともいき映画鑑賞会 name | "
        "ふれあい・ともいいき映画観賞会（常磐）（新規） → ふれあい・ともいき映画鑑賞会"
    ) in found
    assert {line.split()[0] for line in found} == {"changed", "removed", "added"}
    assert {line.split()[1] for line in found} == {"citation", "plan"}
