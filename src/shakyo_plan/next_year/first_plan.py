"""The first plan of a council that has nothing yet: examples to write over, in its shape and its words.

The comments are for people who write their first plan file; they are Japanese, as the file is.
"""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.next_year.shape import ListedUnder, Shape
from shakyo_plan.source.document import read_document
from shakyo_plan.source.editing.scalar import scalar
from shakyo_plan.source.editing.value import flow
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.values.fiscal_year import FiscalYear

_EXAMPLE_DISTRICTS = ("北部", "南部")


def first_plan(council: str, year: FiscalYear, shape: Shape) -> str:
    """Return the text of a sound plan file, laid out as `plan fmt` does."""
    parts = (
        _beginning(year),
        _council(council, shape),
        _labels(shape),
        _numbering(shape),
        _OPENING,
        _priorities(shape),
        _goals(shape) if shape.has_goals else "",
        _flat_plans(shape) if shape.has_plans and not shape.has_goals else "",
        _programs(shape),
        _management(shape),
    )
    text = "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
    return formatted(read_document(text.encode("utf-8", "surrogatepass")))


def _beginning(year: FiscalYear) -> str:
    return f"""\
# {year.era} 事業計画書の計画ファイル
#
# 「#」から行の終わりまでは覚え書き（コメント）で、計画の中身にはなりません。
# 例として入れてある言葉を、自分たちの計画の言葉に書き換えてください。使わない項目は消してかまいません。
# 書いたら「plan validate」と入力して確認します。P201 のような番号の説明は「plan rule P201」で読めます。
# 行の頭の空白は、深さを表します。全角の空白やタブは使わず、半角の空白でそろえてください。
# ここにない項目も書けます。収支予算は accounts、指標は indicators、自分たちの印（重点など）は tags です。

format: 1
fiscal_year: {year.number}
"""


def _council(council: str, shape: Shape) -> str:
    lines = ["council:", f"  name: {_scalar(council)}"]
    districts = _EXAMPLE_DISTRICTS if shape.districts is None else shape.districts
    if districts:
        lines += [
            "  # 地区協議会の名前。事業の district には、ここにある名前を書きます。",
            f"  districts: {flow(list(districts))}",
        ]
    return "\n".join(lines)


def _labels(shape: Shape) -> str:
    usual = [
        "priority",
        *(["goal"] if shape.has_goals else []),
        *(["plan"] if shape.has_plans else []),
    ]
    keys = [*usual, *(key for key in shape.labels if key not in usual)]
    hint = "" if shape.labels else "ほかに「重点目標」「基本方針」「基本施策」などがあります。"
    lines = [f"# 自分たちの呼び方。{hint}", "labels:"]
    return "\n".join([*lines, *(f"  {key}: {_scalar(shape.word(key))}" for key in keys)])


def _numbering(shape: Shape) -> str:
    if not shape.numbering:
        return ""
    lines = [
        "# 印刷する番号。それぞれの最初の番号を、印刷のとおりに書きます。番号がなければ「なし」です。",
        "# 下の id には、印刷のしかたにかかわらず、ふつうの数字を書きます。",
        "numbering:",
    ]
    return "\n".join(
        [*lines, *(f"  {key}: {_scalar(one)}" for key, one in shape.numbering.items())]
    )


_OPENING = """\
# 基本理念
philosophy: 誰もが安心して暮らせるまち

# この計画のもとになる計画や方針
based_on:
  - name: ○○市地域福祉計画
    owner: ○○市

# 事業方針。長い文は、次のように「|」のあとで改行して書きます。
policy: |
  住民の支え合いを広げ、誰もが安心して暮らせるまちをつくる。
  困りごとを早く見つけ、関係機関と力を合わせて支える。
"""


def _priorities(shape: Shape) -> str:
    only_these = shape.listed_under is ListedUnder.PRIORITY
    return "\n".join(
        [
            f"# {shape.word('priority')}。programs には、下の「programs:」にある事業名だけを書きます。",
            "priorities:",
            "  - id: 1",
            "    title: つながりづくり",
            "    actions:",
            "      - 見守り活動の充実",
            "      - 集いの場の立ち上げの支援",
            *_indented(_GATHERING if only_these else _PICKED, 4),
            *(["  - id: 2", "    title: 困りごとを支える"] if only_these else []),
            *(_indented(_ADVICE, 4) if only_these else []),
        ]
    )


def _goals(shape: Shape) -> str:
    goal, plan = shape.word("goal"), shape.word("plan")
    if not shape.has_plans:
        return "\n".join(
            [
                f"# {goal}。programs には、下の「programs:」にある事業名だけを書きます。",
                "goals:",
                "  - id: 1",
                "    title: 支え合うまちをつくる",
                *_indented(_GATHERING, 4),
                "  - id: 2",
                "    title: 困りごとを支える",
                *_indented(_ADVICE, 4),
            ]
        )
    return "\n".join(
        [
            f"# {goal}と、その中の{plan}。番号は 1-1、1-2、2-1 のように、{goal}の番号から始めます。",
            "goals:",
            "  - id: 1",
            "    title: 支え合うまちをつくる",
            "    plans:",
            *_indented("\n".join(_plans(shape, "1-")), 6),
        ]
    )


def _flat_plans(shape: Shape) -> str:
    lines = [f"# {shape.word('plan')}。番号は 1、2、3 のように書きます。", "plans:"]
    return "\n".join([*lines, *_indented("\n".join(_plans(shape, "")), 2)])


def _plans(shape: Shape, before: str) -> Iterator[str]:
    in_sections = shape.listed_under is ListedUnder.SECTION
    yield f"- id: {before}1"
    yield "  title: 居場所づくり"
    yield "  sections:"
    yield "    - title: 集いの場の充実"
    yield "      text: 歩いて行ける所に、誰もが集える場を増やす。"
    yield from _indented(_GATHERING, 6 if in_sections else 2)
    yield f"- id: {before}2"
    yield "  title: 相談の充実"
    if in_sections:
        yield "  sections:"
        yield "    - title: 総合相談"
    yield from _indented(_ADVICE, 6 if in_sections else 2)


_GATHERING = """\
programs:
  - ふれあいサロン事業
  # 「各種事業の開催（介護予防教室等）」のように、まとめて書く所
  - group: 各種事業の開催
    examples: [介護予防教室]
    programs:
      - 男の料理教室
"""
_PICKED = """\
programs:
  - ふれあいサロン事業
"""
_ADVICE = """\
programs:
  - 総合相談事業
"""


def _programs(shape: Shape) -> str:
    districts = _EXAMPLE_DISTRICTS if shape.districts is None else shape.districts
    district = f"    district: {_scalar(districts[0])}\n" if districts else ""
    return f"""\
# 事業一覧。区分、委託元、地区、時期、予算は、すべてここに書きます。
programs:
  - name: ふれあいサロン事業
    schedule: 通年（月1回）
    budget: 300千円
    # 財源。合わせて予算額になります。
    funding:
      - source: 補助金
        amount: 200千円
      - source: 会費
        amount: 100千円
  - name: 男の料理教室
    # 新規は new、拡充は expanded、改編は restructured、縮小は reduced、統合は merged、休止は suspended、
    # 廃止は discontinued。何も書かなければ継続です。
    status: new
{district}\
    target: 男性の高齢者
    purpose: 閉じこもりと介護を予防する。
    schedule: 5月・10月
    budget: 20千円
  - name: 総合相談事業
    # 市受託は city、県受託は prefecture、県社協受託は prefectural_shakyo
    commissioned_by: city
"""


def _management(shape: Shape) -> str:
    return f"""\
# {shape.word("management")}
management:
  - id: 1
    title: 組織体制
    items:
      - 理事会・評議員会の開催
      - 監査の実施
"""


def _scalar(text: str) -> str:
    return scalar(text, "", in_flow=False)


def _indented(text: str, by: int) -> list[str]:
    return [f"{' ' * by}{line}" for line in text.strip("\n").split("\n")]
