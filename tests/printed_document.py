"""The plan of 2024 laid out as it is printed: numbers, bullets, tables and misprints as in the document.

Names and titles are the printed ones (examples/iwaki-2024-as-printed.yaml and docs/iwaki-2024-notes.md);
the running texts are our own summaries, which stand in the plan file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from shakyo_plan.source.document import read_document
from tests.conftest import REAL, ROOT

AS_PRINTED = ROOT / "examples" / "iwaki-2024-as-printed.yaml"
_KANA = "アイウエオカキクケコサシスセソタチツテト"
_IN_TABLE = {
    "ふくみちゃんカフェ（被災地域つどいの場）": "ふくみちゃんカワエ（被災地域つどいの場）",
    "内郷地区地域づくり連絡会": "内郷地域づくり連絡会",
}
"""Names that the table of the districts prints in another way."""
_TABLE = (
    "ふれあい・ともいき映画鑑賞会",
    "温かおむすび交流会",
    "ふくみちゃんカフェ（被災地域つどいの場）",
    "内郷地区地域づくり連絡会",
)
_NEXT_PAGE = ("男の料理教室", "ふくしの教室", "高齢者おでかけ応援事業")
_HEAD = "地区名\t事業名\t事業内容（抜粋）\t新規"


@cache
def real_data() -> Mapping[str, Any]:
    """Return the data of the plan of 2024, as it should be read."""
    data: Mapping[str, Any] = read_document(REAL.read_bytes()).data
    return data


@cache
def printed_plan() -> str:
    """Return the printed document as a text file."""
    data = read_document(AS_PRINTED.read_bytes()).data
    return "\n".join(_lines(data)) + "\n"


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    yield from ("令和6年度事業計画書", "", "(P. 1~19)", "", data["council"]["name"], "")
    yield from ("令和6年度 事業方針", "", _paragraph(data["policy"]), "", "【重点項目】", "")
    for priority in data["priorities"]:
        yield from (f"{priority['id']} {priority['title']}", "", _paragraph(priority["text"]), "")
        for number, (heading, key) in enumerate(
            (("具体的な取り組み", "actions"), ("主な実施事業", "programs"))
        ):
            if priority.get(key):
                yield from (f"({number + 1}) {heading}", "")
                yield from (f"- {_KANA[at]} {entry}" for at, entry in enumerate(priority[key]))
                yield ""
    yield from _new_program(data)
    yield from ("【各地区協議会の新規・改編事業】", "", _HEAD)
    yield from _rows(_TABLE)
    yield from ("", _HEAD)
    yield from _rows(_NEXT_PAGE)
    yield from ("", "令和6年度事業計画", "", f"基本理念「{data['philosophy']}」", "")
    for goal in data["goals"]:
        gap = "" if goal["id"] == 3 else " "
        yield from (
            f"基本目標{gap}{goal['id']} {goal['title']}".replace("目標 ", "目標 "),
            "",
            _paragraph(goal["text"]),
            "",
        )
        for number, plan in enumerate(goal["plans"]):
            yield from _plan(plan, gap=number % 3 != 1)
    yield from ("社会福祉協議会の組織運営", "")
    for section in data["management"]:
        yield from (f"({section['id']}) {section['title']}", "", _paragraph(section["text"]), "")
        yield from (f"- {item}" for item in section["items"])
        yield ""


def _plan(plan: Mapping[str, Any], *, gap: bool) -> Iterator[str]:
    yield from (f"基本計画{' ' * gap}{plan['id']} {plan['title']}", "")
    for number, section in enumerate(plan["sections"], 1):
        yield from (
            f"({number}) {section['title']}" if gap else f"（{number}）{section['title']}",
            "",
            _paragraph(section["text"]),
            "",
        )
    if not plan["programs"]:
        return
    yield from ("<主な事業>" if gap else "＜主な事業＞", "")
    for entry in plan["programs"]:
        if isinstance(entry, str):
            yield f"- {entry}"
            continue
        yield f"- {entry['group']}（{'・'.join(entry['examples'])}等）"
        indent = "" if plan["id"] == "2-2" else "　　"
        yield from (f"{indent}{name}" for name in entry["programs"])
    yield ""


def _new_program(data: Mapping[str, Any]) -> Iterator[str]:
    program = _program("ボランティア活動活発化事業")
    yield from (
        "【令和6年度新規事業】",
        "",
        f"1 {program['name']}について",
        "",
        _paragraph(program["purpose"]),
        "",
    )
    yield from (
        "(1) 実施内容",
        "",
        _paragraph(program["content"]),
        "",
        f"(2) 実施時期 {program['schedule']}",
        "",
    )
    yield from (
        f"(3) 予算額 {program['budget']}",
        "",
        "(4) 研修成果の実践",
        "",
        _paragraph(program["follow_up"]),
        "",
    )


def _rows(names: tuple[str, ...]) -> Iterator[str]:
    before = None
    for name in names:
        program = _program(name)
        district = "" if program["district"] == before else program["district"]
        before = program["district"]
        plan = next(
            plan["id"]
            for goal in real_data()["goals"]
            for plan in goal["plans"]
            if name in str(plan["programs"])
        )
        content = (
            f"{program['formerly'][0]}を改編し、{program['content']}"
            if "formerly" in program
            else program["purpose"]
        )
        when = f" 実施時期：{program['schedule']}" if "schedule" in program else ""
        mark = "○" if program["status"] == "new" else ""
        yield f"{district}\t{_IN_TABLE.get(name, name)} 【基本計画 {plan}】\t{content}{when}\t{mark}"


def _program(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(
        program for program in real_data()["programs"] if program["name"] == name
    )
    return found


def _paragraph(text: str) -> str:
    return text if text.endswith("。") else f"{text}。"
