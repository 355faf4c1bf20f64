"""``plan export -o plan.html``: a page that a council can publish, tried in a real browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shakyo_plan import load
from shakyo_plan.documents.web.page import to_page
from shakyo_plan.model import cited
from tests.browser import CHROMIUM, NO_BROWSER, opened, printed
from tests.conftest import REAL, SMALL, Run


class Page(HTMLParser):
    """The parts of a page: its texts by the id that they stand below, its links, what is hidden."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.others: list[str] = []
        self.texts: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.scripts = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
            self.texts[self.ids[-1]] = ""
            if "hidden" in named:
                self.hidden.add(self.ids[-1])
        if tag == "a":
            self.links.append((self.ids[-1], str(named["href"])))
        self.others += [str(named[name]) for name in ("src", "action", "data") if name in named]
        self.scripts += tag == "script"

    def handle_data(self, data: str) -> None:
        if self.ids:
            self.texts[self.ids[-1]] += data


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("page") / "計画.html"
    page.write_bytes(to_page(load(REAL)))
    return page


def test_the_page_has_every_fact_under_its_heading_without_any_script(real: Path):
    plan, page = load(REAL), Page(real.read_text(encoding="utf-8"))
    assert str(plan.philosophy) in page.texts["top"]
    assert str(plan.policy) in page.texts["policy"]
    for parent in plan.based_on:
        assert parent.name in page.texts["policy"]
    for priority in plan.priorities:
        told = page.texts[f"priority-{priority.id}"]
        for words in (priority.title, priority.text or "", *priority.actions):
            assert words in told
        assert all(citation.name in told for citation, _ in cited(priority.programs))
    for goal in plan.goals:
        assert goal.title in page.texts[f"goal-{goal.id}"]
        for basic_plan in goal.plans:
            told = page.texts[f"plan-{basic_plan.id}"]
            for section in basic_plan.sections:
                assert section.title in told
                assert (section.text or "") in told
            place = 0
            for citation, _ in cited(basic_plan.programs):
                place = told.index(citation.name, place) + 1  # in printed order
    for number, program in enumerate(plan.programs, 1):
        told = page.texts[f"program-{number}"]
        facts = (program.name, program.purpose, program.content, program.schedule, program.budget)
        assert all(fact in told for fact in facts if fact)
    assert "男の料理教室遠野新規" in re.sub(r"\s", "", page.texts["plan-1-3"])
    assert "410,322,000" in page.texts["budget"] or "69,000" in page.texts["budget"]
    assert "〇" in page.texts["matrix"]
    assert "〇" in page.texts["calendar"]


def test_links_lead_from_plans_to_programs_and_back_and_nowhere_else(real: Path):
    page = Page(real.read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for _, link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for _, link in page.links)
    assert page.others == []
    for number, program in enumerate(load(REAL).programs, 1):
        anchor = f"program-{number}"
        back = {link[1:] for where, link in page.links if where == anchor}
        there = {where for where, link in page.links if link == f"#{anchor}"}
        assert back == there - {"matrix", "calendar", "budget"}, program.name


def test_text_of_a_plan_is_data_on_the_page(plans: Path):
    hostile = '</script><script>alert("1")</script><img src=x onerror=alert(1)>{{ 7*7 }}'
    text = SMALL.replace("子育てサロン", f"'{hostile}'").replace("子育て\n", f"'{hostile}'\n")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    page = to_page(load(plans / "2024.yaml")).decode("utf-8")
    assert Page(page).scripts == 1
    assert "<img" not in page
    assert "{{ 7*7 }}" in page
    assert page.count("<script>") == 1


def test_a_small_plan_has_no_empty_parts(run: Run, plans: Path, tmp_path: Path):
    result = run("export", "-o", "計画.html")
    assert (result.code, result.out) == (0, "")
    page = Page((tmp_path / "計画.html").read_text(encoding="utf-8"))
    parts = ("policy", "priorities", "management", "calendar", "budget")
    assert not set(parts) & set(page.ids)
    assert {"goal-1", "plan-1-1", "programs", "matrix"} <= set(page.ids)


SECOND_EDITION = """\
format: 1
fiscal_year: 2024
council: {name: 試験社協, districts: [常磐, 内郷]}
labels: {goal: 柱, plan: 基本施策, programs: 主な取り組み, management: 運営}
numbering: {goal: Ⅰ, plan: 1, section: ①}
goals:
  - id: 1
    title: 支え合い
    tags: [重点]
    indicators:
      - {name: 参加者数, unit: 人, baseline: {value: 120, year: 2023}, target: {value: 150, year: 2026}}
    plans:
      - id: 1-1
        title: 居場所
        department: 地域福祉課
        sections:
          - {title: 集い, programs: [子育てサロン]}
        programs: [見守り]
    programs: [全体事業]
programs:
  - {name: 子育てサロン, district: [常磐, 内郷], venue: 公民館, capacity: 20人, until: 2026, tags: [担い手]}
  - {name: 見守り, commissioned_by: town}
  - {name: 全体事業, budget: "50,000円×21地区（計1,050,000円）"}
accounts:
  - {division: 法人運営, income: [{item: 会費, amount: 100千円}], expenses: [{item: 人件費, amount: 90千円}]}
management_text: 組織を強くする。
"""


def test_what_other_councils_print_stands_at_its_place(plans: Path):
    (plans / "2024.yaml").write_text(SECOND_EDITION, encoding="utf-8")
    page = Page(to_page(load(plans / "2024.yaml")).decode("utf-8"))
    told = {where: re.sub(r"\s+", " ", words).strip() for where, words in page.texts.items()}
    assert told["goal-1"] == (
        "Ⅰ支え合い重点 指標 参加者数 現状値 120人（令和5年度） 目標値 150人（令和8年度）"
    )
    assert told["plan-1-1"] == (
        "1居場所 担当地域福祉課 ①集い ＜主な取り組み＞ 子育てサロン常磐内郷担い手"
        " ＜主な取り組み＞ 見守り町受託事業 ＜主な取り組み＞ 全体事業"
    )
    assert told["management"] == "運営 組織を強くする。"
    assert told["program-1"] == (
        "子育てサロン常磐内郷担い手 会場公民館 定員・回数20人 最終年度令和8年度 Ⅰ-1"
    )
    assert told["program-3"] == "全体事業 Ⅰ 50,000円×21地区（計1,050,000円）"
    assert "法人運営 収入金額 会費100千円 合計100,000円 支出金額 人件費90千円" in told["budget"]
    assert {link[1:] for _, link in page.links} <= set(page.ids)


def test_a_plan_without_goals_has_its_plans_as_a_chapter(plans: Path):
    flat = SMALL[: SMALL.index("goals:")] + (
        "plans:\n  - {id: 1, title: 居場所, programs: [子育てサロン]}\n  - {id: 2, title: 見守り}\n"
    )
    (plans / "2024.yaml").write_text(flat + "programs: [{name: 子育てサロン}]\n", encoding="utf-8")
    page = Page(to_page(load(plans / "2024.yaml")).decode("utf-8"))
    assert {"plans", "plan-1", "plan-2", "matrix"} <= set(page.ids)
    assert ("program-1", "#plan-1") in page.links
    assert ("plan-1", "#program-1") in page.links


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_a_link_with_filters_shows_the_programs_that_are_asked_for(real: Path, tmp_path: Path):
    page = Page(opened(real, tmp_path, "#?district=常磐&status=new"))
    plan = load(REAL)
    wanted = {
        f"program-{number}"
        for number, program in enumerate(plan.programs, 1)
        if program.district == "常磐" and program.status == "new"
    }
    shown = {each for each in page.ids if each.startswith("program-")} - page.hidden
    assert shown == wanted
    assert page.texts["found"].strip() == f"{len(plan.programs)}件のうち {len(wanted)}件"
    assert "finder" not in page.hidden


_TYPING = """
const box = document.querySelector("[name=words]");
const type = (words) => { box.value = words; box.dispatchEvent(new Event("input", { bubbles: true })); };
const seen = () => [...document.querySelectorAll("#programs tbody tr:not([hidden]) .name")].map((name) => name.textContent);
const told = [];
type("ﾎﾞﾗﾝﾃｨｱ ｽｸｰﾙ"); told.push(seen());
type("ぼらんてぃあ　すくーる"); told.push(seen(), decodeURIComponent(location.hash).startsWith("#?words="));
type("介護講座"); told.push(seen());
type("ない事業"); told.push(seen(), document.getElementById("nothing").hidden, document.getElementById("matrix").hidden);
type(""); told.push(seen().length);
document.querySelector("[name=month]").value = "10";
type(""); told.push(seen().includes("男の料理教室"), seen().length);
location.hash = "#program-1";
addEventListener("hashchange", () => { told.push(seen().length); document.title = JSON.stringify(told); });
"""


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_search_as_one_types_finds_names_in_any_writing_and_a_link_shows_what_was_filtered_away(
    real: Path, tmp_path: Path
):
    dom = opened(real, tmp_path, script=_TYPING)
    title = re.search(r"<title>(.*?)</title>", dom)
    assert title is not None
    half, hiragana, remembered, former, none, has_none, matrix_gone, every, october, some, again = (
        json.loads(title[1])
    )
    school = ["サマーショートボランティアスクール事業"]
    assert (half, hiragana, remembered) == (school, school, True)
    assert former == ["ふくしの教室"]
    assert (none, has_none, matrix_gone) == ([], False, True)
    assert every == len(load(REAL).programs) == again
    assert october
    assert 0 < some < every


@pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)
def test_the_page_prints_on_a4_and_the_tables_lie_across(real: Path, tmp_path: Path):
    import pypdfium2

    document = pypdfium2.PdfDocument(printed(real, tmp_path))
    sizes = [tuple(map(round, page.get_size())) for page in document]
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert set(sizes) == {(595, 842), (842, 595)}
    assert 12 <= len(sizes) <= 30
    assert "令和6年度事業計画書" in texts[0]
    assert "目次" in texts[1]
    across = [number for number, size in enumerate(sizes) if size == (842, 595)]
    assert any("対照表" in texts[number] for number in across)
    # The form for searching is of no use on paper.
    assert not any("さがす" in text for text in texts)
