"""``plan export -o plan.docx``: the printed plan, read back as a person sees it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings

from shakyo_plan.documents.word.export import to_word
from shakyo_plan.documents.word.styles import STYLES
from shakyo_plan.documents.word.template import template_file
from shakyo_plan.model import Citation, Plan
from shakyo_plan.source.loading import load, load_bytes, sound_plan
from tests.amount import examples
from tests.conftest import REAL, Run
from tests.plans import plan_texts
from tests.word_reading import seen

PLAN = """\
format: 1
fiscal_year: 2024
council: {name: 試験社協, districts: [常磐, 内郷]}
labels: {priority: 重点目標, goal: 柱, plan: 施策}
philosophy: 支え合うまち
based_on:
  - {name: 地域福祉計画, owner: 試験市, period: 令和3年度～令和7年度}
  - name: 強化方針
policy: |
  住民を主役に進める。
  <b>つながり</b>を広げる。
priorities:
  - id: 2
    title: 相談
    text: 受け止める。
    actions: [窓口を開く, 訪ねる]
    programs: [相談事業, 見守り事業]
  - id: 4
    title: 連携
    programs: [相談事業]
goals:
  - id: 1
    title: 共に生きる
    text: 共に。
    plans:
      - id: 1－2
        title: 子育て
        text: 育てる。
        sections:
          - {title: 居場所, text: 集う。}
          - title: 学び
        programs:
          - 見守り事業
          - group: 各種事業の開催
            examples: [教室, 講座]
            programs: [料理教室, ふくしの教室]
          - 配食事業
      - id: 1-3
        title: 高齢
        programs: []
programs:
  - {name: 相談事業, commissioned_by: city}
  - name: 見守り事業
    schedule: 通年
    budget: 69千円
    funding: [{source: 補助金, amount: 40千円}, {source: 会費, amount: 29千円}]
    department: 地域係
  - {name: 料理教室, status: new, district: 内郷, purpose: 学ぶ。, schedule: 5月, commissioned_by: prefecture}
  - {name: ふくしの教室, status: restructured, district: 常磐, formerly: [介護講座], content: 解く。}
  - {name: 配食事業, commissioned_by: prefectural_shakyo}
  - name: 活発化事業
    status: new
    target: 職員
    purpose: 育てる。
    content: 講師から学ぶ。
    schedule: 7月
    budget: 10千円
    follow_up: 生かす。
management:
  - id: 1
    title: 組織
    text: 公平に。
    items: [理事会の開催, 監査]
  - {id: 3, title: 財源}
"""

PRINTED = [
    "Title: 令和6年度事業計画書",
    "Subtitle: 試験社協",
    "Heading 1: 令和6年度 事業方針",
    "Body Text: 住民を主役に進める。",
    "Body Text: <b>つながり</b>を広げる。",
    "Heading 2: 【上位計画】",
    "List Bullet: ・ 地域福祉計画（試験市、令和3年度～令和7年度）",
    "List Bullet: ・ 強化方針",
    "Heading 2: 【重点目標】",
    "Heading 3: 2 相談",
    "Body Text: 受け止める。",
    "Heading 4: (1) 具体的な取り組み",
    "List Number: ア 窓口を開く",
    "List Number: イ 訪ねる",
    "Heading 4: (2) 主な実施事業",
    "List Number: ア 相談事業（市受託事業）",
    "List Number: イ 見守り事業",
    "Heading 3: 4 連携",
    "Heading 4: (1) 主な実施事業",
    "List Number: ア 相談事業（市受託事業）",
    "Heading 2: 【令和6年度新規事業】",
    "Heading 3: 1 活発化事業",
    "Body Text: 育てる。",
    "Heading 4: (1) 対象　職員",
    "Heading 4: (2) 実施内容",
    "Body Text: 講師から学ぶ。",
    "Heading 4: (3) 実施時期　7月",
    "Heading 4: (4) 予算額　10千円",
    "Heading 4: (5) 成果の活用",
    "Body Text: 生かす。",
    "Heading 2: 【各地区協議会の新規・改編事業】",
    "Table Grid: 地区名 | 事業名 | 事業内容（抜粋） | 新規",
    "Table Grid: 常磐 | ふくしの教室/【施策 1-2】 | 解く。/旧事業名：介護講座 | ",
    "Table Grid: 内郷 | 料理教室（県受託事業）/【施策 1-2】 | 学ぶ。/実施時期：5月 | ○",
    "Heading 1: 令和6年度事業計画",
    "基本理念: 基本理念「支え合うまち」",
    "Heading 2: 柱 1　共に生きる",
    "Body Text: 共に。",
    "Heading 3: 施策 1-2　子育て",
    "Body Text: 育てる。",
    "Heading 4: (1) 居場所",
    "Body Text: 集う。",
    "Heading 4: (2) 学び",
    "一覧の見出し: ＜主な事業＞",
    "List Bullet: ・ 見守り事業",
    "List Bullet: ・ 各種事業の開催（教室・講座等）",
    "List Bullet 2: － 料理教室（内郷）（新規）（県受託事業）",
    "List Bullet 2: － ふくしの教室（常磐）（改編）",
    "List Bullet: ・ 配食事業（県社協受託事業）",
    "Heading 3: 施策 1-3　高齢",
    "Heading 1: 組織運営",
    "Heading 4: (1) 組織",
    "Body Text: 公平に。",
    "List Bullet: ・ 理事会の開催",
    "List Bullet: ・ 監査",
    "Heading 4: (3) 財源",
    "Heading 1: 令和6年度事業の内容",
    "Table Grid: 事業名 | 実施内容 | 実施時期 | 予算額 | 担当",
    "Table Grid: 見守り事業 | 財源：補助金 40千円、会費 29千円 | 通年 | 69千円 | 地域係",
    "Body Text: ",
]


def plan_of(text: str) -> Plan:
    return sound_plan(load_bytes(text.encode("utf-8"), "plan.yaml"))


def test_every_fact_is_printed_at_its_place_in_order_and_with_its_marks():
    assert seen(to_word(plan_of(PLAN))) == PRINTED


def test_the_real_plan_is_printed_list_by_list():
    plan, lines = load(REAL), seen(to_word(load(REAL)))
    for basic_plan in plan.basic_plans:
        begin = lines.index(f"Heading 3: 基本計画 {basic_plan.id}　{basic_plan.title}")
        part = lines[begin + 1 :]
        end = next(n for n, line in enumerate(part) if re.match(r"Heading [123]", line))
        entries = [line for line in part[:end] if line.startswith("List")]
        names = []
        for listed in basic_plan.programs:
            if isinstance(listed, Citation):
                names.append(f"List Bullet: ・ {listed.name}")
            else:
                names.append(f"List Bullet: ・ {listed.heading}")
                names += [f"List Bullet 2: － {each.name}" for each in listed.programs]
        assert len(entries) == len(names)
        for entry, name in zip(entries, names, strict=True):
            assert entry.startswith(name)
    assert "List Bullet 2: － 男の料理教室（遠野）（新規）" in lines
    assert "List Number: サ 緊急連絡カード（兼）救急医療情報キット配備事業" in lines
    assert "List Number: セ 産前・産後ヘルパー派遣事業（市受託事業）" in lines
    assert "Heading 4: (4) 予算額　69千円" in lines
    assert [line for line in lines if "ボランティア活動活発化事業" in line] == [
        "Heading 3: 1 ボランティア活動活発化事業",
        "List Bullet: ・ ボランティア活動活発化事業（新規）",
    ]


def test_kinds_of_district_programs_beside_new_ones_are_named_where_there_are_several():
    text = PLAN.replace("status: new, district: 内郷", "status: expanded, district: 内郷")
    lines = seen(to_word(plan_of(text)))
    assert "Heading 2: 【各地区協議会の拡充・改編事業】" in lines
    assert "Table Grid: 地区名 | 事業名 | 事業内容（抜粋） | 区分" in lines
    assert [line.rpartition(" | ")[2] for line in lines if line.startswith("Table Grid")][1:3] == [
        "改編",
        "拡充",
    ]


def test_every_piece_of_the_file_is_what_the_format_asks_for():
    raw = to_word(plan_of(PLAN), toc=True)
    document = docx.Document(io.BytesIO(raw))
    body = document.element.body
    styles = {style.style_id for style in document.styles}
    nums = document.part.numbering_part.element
    num_ids = {each.get(qn("w:numId")) for each in nums.findall(qn("w:num"))}
    used = {each.get(qn("w:val")) for each in body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= styles
    assert {each.get(qn("w:val")) for each in body.iter(qn("w:numId"))} == num_ids
    order = [child.tag for child in nums]
    assert order == sorted(order)  # all abstractNum before all num
    begun = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert len(set(begun)) == len(begun)
    assert {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} == set(begun)
    for properties in body.iter(qn("w:pPr")):
        tags = [child.tag.rpartition("}")[2] for child in properties]
        known = ["pStyle", "keepNext", "pageBreakBefore", "numPr", "jc"]
        assert tags == [tag for tag in known if tag in tags]
    for row in body.iter(qn("w:tr")):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    for table in body.iter(qn("w:tbl")):
        heads = table.findall(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert len(heads) == 1
        for row in table.iter(qn("w:tr")):
            assert len(row.findall(qn("w:tc"))) == len(table.findall(f"{qn('w:tblGrid')}/*"))


def test_fonts_are_japanese_in_the_defaults_and_in_each_style_and_nothing_leans():
    with zipfile.ZipFile(io.BytesIO(to_word(plan_of(PLAN)))) as package:
        styles = package.read("word/styles.xml").decode()
        document = package.read("word/document.xml").decode()
        footer = package.read("word/footer1.xml").decode()
    assert 'w:eastAsia="ja-JP"' in styles
    for style in re.findall(r'<w:style w:type="paragraph".*?</w:style>', styles, re.DOTALL):
        assert re.search(r'w:eastAsia="ＭＳ (明朝|ゴシック)"', style)
        assert not re.search(r"<w:i/>|asciiTheme", style)
        assert re.findall(r'<w:color w:val="([^"]*)"', style) in ([], ["000000"])
    assert len(re.findall(r"<w:outlineLvl", styles)) == 4
    assert len(re.findall(r"<w:keepNext", styles)) >= 4
    assert "<w:titlePg/>" in document
    assert 'w:w="11906" w:h="16838"' in document
    assert "PAGE" in footer


def test_contents_stand_after_the_cover_only_where_they_are_asked_for():
    assert not any("目次" in line for line in seen(to_word(plan_of(PLAN))))
    lines = seen(to_word(plan_of(PLAN), toc=True))
    assert lines[2:8] == [
        "TOC Heading: 目次",
        "toc 1: 令和6年度 事業方針\t",
        "toc 2: 【上位計画】\t",
        "toc 2: 【重点目標】\t",
        "toc 3: 2　相談\t",
        "toc 3: 4　連携\t",
    ]
    assert [line for line in lines if not line.lower().startswith("toc")] == PRINTED


@given(plan_texts())
@settings(max_examples=examples(25), deadline=None)
def test_any_plan_is_printed_and_its_text_stays_text(text: str):
    plan = plan_of(text)
    raw = to_word(plan)
    lines = "\n".join(seen(raw))
    for title in [goal.title for goal in plan.goals] + [each.title for each in plan.basic_plans]:
        assert title in lines
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        document = package.read("word/document.xml").decode()
    assert "instrText" not in document
    assert "TargetMode" not in document


def test_what_xml_cannot_hold_is_shown_and_line_ends_stay(tmp_path: Path):
    plan = plan_of(PLAN.replace("title: 共に生きる", r'title: "共に\u0007生\nきる\ud800"'))
    assert "Heading 2: 柱 1　共に\ufffd生\nきる\ufffd" in seen(to_word(plan))


# Templates


def test_a_template_gives_page_header_and_styles_and_its_text_is_left_out(tmp_path: Path):
    template = docx.Document(io.BytesIO(template_file()))
    template.sections[0].left_margin = Mm(40)
    template.sections[0].header.paragraphs[0].text = "試験社協の用紙"
    template.styles["Heading 1"].font.name = "HG丸ｺﾞｼｯｸ"
    template.add_paragraph("前の年の計画", style="List Bullet")
    template.save(str(tmp_path / "書式.docx"))
    raw = to_word(plan_of(PLAN), template=tmp_path / "書式.docx")
    assert seen(raw) == PRINTED
    made = docx.Document(io.BytesIO(raw))
    assert made.sections[0].left_margin == template.sections[0].left_margin
    assert made.sections[0].header.paragraphs[0].text == "試験社協の用紙"
    assert made.styles["Heading 1"].font.name == "HG丸ｺﾞｼｯｸ"
    widths = [int(each.get(qn("w:w"))) for each in made.tables[0]._tbl.tblGrid]
    assert 8000 < sum(widths) < 8300  # 210 - 40 - 25 mm


def test_the_template_to_begin_with_has_every_style_and_says_what_each_is_for():
    document = docx.Document(io.BytesIO(template_file()))
    shown = [each.text for each in document.paragraphs]
    (table,) = document.tables
    assert [row.cells[0].text for row in table.rows] == ["表（表 (格子)）", "表の本文"]
    assert {*shown, "表（表 (格子)）", "表の見出し", "表の本文"} >= {
        style.shown for style in STYLES.values()
    }
    ids = {style.style_id: style.name for style in document.styles}
    used = document.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))
    assert {ids[each.get(qn("w:val"))] for each in used} == {
        style.name for style in STYLES.values()
    }


def test_lists_of_a_template_keep_their_numbers(tmp_path: Path):
    template = docx.Document()  # python-docx's own, with lists and numberings of its own
    for name in ("基本理念", "一覧の見出し", "表の見出し", "表の本文"):
        template.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    template.save(str(tmp_path / "t.docx"))
    assert seen(to_word(plan_of(PLAN), template=tmp_path / "t.docx")) == PRINTED


def test_missing_styles_are_named_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    docx.Document().save("素.docx")
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    result = run("export", "-f", "plan.yaml", "-o", "out.docx", "--template", "素.docx")
    assert result.code == 2
    assert result.err == (
        "plan: 素.docx には次のスタイルがありません: 基本理念、一覧の見出し、表の見出し、表の本文\n"
        "  → Word でこの名前のスタイルを加えるか、すべてそろったひな形から始めてください: "
        "plan export --write-template FILE.docx\n"
    )
    assert not Path("out.docx").exists()


@pytest.mark.parametrize(
    "name", ["none.docx", "text.docx", "broken.docx", "folder.docx", "other.docx"]
)
def test_what_is_no_template_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("text.docx").write_text("計画", encoding="utf-8")
    Path("broken.docx").write_bytes(template_file()[:3000])
    Path("folder.docx").mkdir()
    with zipfile.ZipFile("other.docx", "w") as package:
        package.writestr("a.txt", "計画")
    result = run("export", "-f", "plan.yaml", "-o", "out.docx", "--template", name)
    assert result.code == 2
    assert name in result.err
    assert "Traceback" not in result.err
    assert not Path("out.docx").exists()


# The command


def test_the_command_writes_the_file_and_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    result = run("export", "-f", "plan.yaml", "-o", "計画書.docx")
    assert (result.code, result.out, result.err) == (0, "", "計画書.docx に書き出しました\n")
    assert seen(Path("計画書.docx").read_bytes()) == PRINTED


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "どのファイルに書き出すかを -o で指定してください"),
        (("-o", "plan.txt"), "plan.txt は plan export では作れません"),
        (("-o", "plan.yaml"), "plan.yaml は plan export では作れません"),
    ],
)
def test_a_file_that_cannot_be_made_is_refused_by_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    result = run("export", "-f", "plan.yaml", *arguments)
    assert result.code == 2
    assert result.err.startswith(f"plan: {said}\n")
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


def test_the_template_to_begin_with_never_overwrites(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert run("export", "--write-template", "書式.docx").code == 0
    before = Path("書式.docx").read_bytes()
    assert run("export", "--write-template", "書式.docx").code == 2
    assert Path("書式.docx").read_bytes() == before
    result = run("export", "--write-template", "書式.txt")
    assert (result.code, Path("書式.txt").exists()) == (2, False)


# LibreOffice


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_saved_again_by_libreoffice_it_is_still_complete(tmp_path: Path):
    (tmp_path / "plan.docx").write_bytes(to_word(plan_of(PLAN)))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *(
                "--convert-to",
                "docx",
                "--outdir",
                str(tmp_path / "again"),
                str(tmp_path / "plan.docx"),
            ),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    again = seen((tmp_path / "again" / "plan.docx").read_bytes())
    assert [line.partition(": ")[2] for line in again] == [
        line.partition(": ")[2] for line in PRINTED
    ]


# The second edition of the format

SECOND = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]
  departments: [{name: 地域福祉課, short: 地域}, 総務課]
labels: {goal: 柱, plan: 施策, programs: 取り組み, management: 法人の運営}
numbering: {goal: Ⅰ, section: ①, priority: なし, management: 第1章}
priorities:
  - {id: 1, title: 相談, tags: [重点], programs: [見守り]}
goals:
  - id: 2
    title: 共に
    tags: [担い手]
    indicators:
      - name: 参加者
        unit: 人
        baseline: {value: "64,319人", year: 2023}
        target: {value: 70000, year: 2026}
        reason: 増やす。
    programs: [見守り]
    plans:
      - id: 2-1
        title: 子育て
        department: 地域福祉課
        sections:
          - title: 居場所
            programs: [配食]
        programs: [見守り]
programs:
  - name: 見守り
    until: 2026
    tags: [指定管理]
    district: [常磐, 内郷]
    commissioned_by: town
    venue: 会館
    partners: 民協
    capacity: 20人
    indicators:
      - {name: 回数, target: {value: 12回}}
  - {name: 配食, commissioned_by: city_shakyo}
accounts:
  - division: 本部
    income: [{item: 会費, amount: "1,000円"}, {item: 寄付金, amount: 500円}]
    expenses: [{item: 人件費, amount: "1,200円"}]
    income_total: 1,500円
management_text: 透明に。
management:
  - {id: 1, title: 組織}
"""


def test_what_other_councils_print_is_at_its_place_with_their_words_and_numbers():
    assert seen(to_word(plan_of(SECOND)))[2:] == [
        "Heading 1: 令和6年度 事業方針",
        "Heading 2: 【重点項目】",
        "Heading 3: 相談（重点）",
        "Heading 4: (1) 主な実施事業",
        "List Number: ア 見守り（町受託事業）",
        "Heading 1: 令和6年度事業計画",
        "Heading 2: Ⅱ　共に（担い手）",
        "Table Grid: 指標 | 単位 | 現状値 | 目標値 | 設定理由",
        "Table Grid: 参加者 | 人 | 64,319人（令和5年度） | 70000（令和8年度） | 増やす。",
        "一覧の見出し: ＜取り組み＞",
        "List Bullet: ・ 見守り（常磐）（内郷）（指定管理）",
        "Heading 3: 施策 2-1　子育て",
        "Body Text: 担当：地域福祉課",
        "Heading 4: ①　居場所",
        "一覧の見出し: ＜取り組み＞",
        "List Bullet: ・ 配食（市社協受託事業）",
        "一覧の見出し: ＜取り組み＞",
        "List Bullet: ・ 見守り（常磐）（内郷）（指定管理）",
        "Heading 1: 法人の運営",
        "Body Text: 透明に。",
        "Heading 4: 第1章　組織",
        "Heading 1: 令和6年度事業の内容",
        "Table Grid: 事業名 | 実施内容",
        "Table Grid: 見守り（常磐）（内郷）（指定管理）（町受託事業） | "
        "会場：会館/定員・回数：20人/連携先：民協/最終年度：令和8年度/指標：回数 目標値 12回",
        "Heading 1: 令和6年度収支予算",
        "Heading 2: 本部",
        "Table Grid: 収入 | 金額 | 支出 | 金額",
        "Table Grid: 会費 | 1,000円 | 人件費 | 1,200円",
        "Table Grid: 寄付金 | 500円 |  | ",
        "Table Grid: 計 | 1,500円 |  | ",
        "Heading 1: 担当",
        "List Bullet: ・ 地域：地域福祉課",
    ]


def test_a_flat_plan_is_printed_without_goals():
    flat = SECOND[: SECOND.index("goals:")] + (
        "plans:\n  - {id: 1, title: 子育て, programs: [見守り]}\nprograms:\n  - name: 見守り\n"
    )
    lines = seen(to_word(plan_of(flat.replace("plan: 施策, ", ""))))
    assert "Heading 2: 基本計画 1　子育て" in lines
    assert lines[lines.index("Heading 2: 基本計画 1　子育て") + 2] == "List Bullet: ・ 見守り"
