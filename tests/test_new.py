"""``plan new``: next year's draft; what is not to change stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.engine import check_file, lint
from shakyo_plan.next_year.draft import make_draft
from shakyo_plan.source.document import read_document
from shakyo_plan.source.editing.apply import apply
from shakyo_plan.source.editing.edit import CommentOut, Edit, Rewrite
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load_bytes, load_file
from shakyo_plan.values.fiscal_year import FiscalYear
from shakyo_plan.values.named_year import move_years, named_years
from tests.amount import examples
from tests.conftest import REAL, ROOT, SMALL, Run

PLAN = """\
# 試験社協の令和６年度計画（2024年度）。令和5年度版と docs/2024-notes.md を参照。
# R6 版

format: 1
fiscal_year: 2024   # 年度
council:
  name: '試験社協'
  districts: [常磐, 内郷]
policy: 令和6年度も支え合いを進める。
priorities:
  - id: 1
    title: つながり
    programs: [敬老会, 旧サロン, 子育てサロン]
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          # この一覧は五十音順ではない
          - 子育てサロン
          - 敬老会   # 今年で終わる
          - ふくしの教室
          - group: 各種事業の開催
            programs:
              - 福祉バザー
      - id: 1-2
        title: 見守り
        programs:
          - 敬老会
programs:
  # 親子
  - name: 子育てサロン   # 毎月
    distinct_from: [福祉バザー, 敬老会]
    status: expanded
    schedule: 4月・R7年1月
    budget: 1,200万円   # 見込み
    funding:
      - source: 補助金
        amount: 1,000万円
      - {source: 会費, amount: 200万円}
  # 令和6年度で終わる
  - name: 敬老会
    status: discontinued
    budget: 30千円
  - name: "ふくしの教室"
    formerly:
      - 旧サロン
    status: restructured
    schedule: "令和７年２月"
    purpose: 学ぶ。
  - name: 福祉バザー
    distinct_from:
      - 敬老会
    status: merged
  - name: 第45回福祉大会
    schedule: 隔年
    status: suspended
suppress:
  - {rule: P301, item: 子育てサロン, reason: 検討中, until: 2026}
  - {rule: P209, item: 第45回福祉大会, reason: 休止, until: 2024}
  - {rule: P303, item: 1-2, reason: 検討中, until: 2026}
"""
DRAFT = """\
# 試験社協の令和７年度計画（2025年度）。令和5年度版と docs/2024-notes.md を参照。
# R7 版

format: 1
fiscal_year: 2025   # 年度
council:
  name: '試験社協'
  districts: [常磐, 内郷]
policy: 令和6年度も支え合いを進める。
priorities:
  - id: 1
    title: つながり
    programs: [ふくしの教室, 子育てサロン]
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          # この一覧は五十音順ではない
          - 子育てサロン
          - ふくしの教室
          - group: 各種事業の開催
            programs: []
      - id: 1-2
        title: 見守り
        programs: []
programs:
  # 親子
  - name: 子育てサロン   # 毎月
    schedule: 4月・R8年1月
    # budget: 1,200万円   # 見込み  ← 令和7年度の予算額を決める
    # funding:  ← 令和7年度の予算額を決める
    #   - source: 補助金
    #     amount: 1,000万円
    #   - {source: 会費, amount: 200万円}
  # 令和6年度で終わる
  - name: "ふくしの教室"
    schedule: "令和８年２月"
    purpose: 学ぶ。
  - name: 第45回福祉大会
    schedule: 隔年
    status: suspended
suppress:
  - {rule: P303, item: 1-2, reason: 検討中, until: 2026}
"""


def write(plans: Path, text: str) -> None:
    (plans / "2024.yaml").write_text(text, encoding="utf-8")


def test_the_draft_and_the_account_of_it(run: Run, plans: Path):
    write(plans, PLAN)
    result = run("new", "2025")
    assert (result.code, result.err) == (
        0,
        "作りました: plans/2025.yaml（もとの計画は plans/2024.yaml）\n",
    )
    assert (plans / "2025.yaml").read_text(encoding="utf-8") == DRAFT
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == PLAN
    assert (
        result.out
        == """\
変えたところ:
  年度を 令和7年度（2025）にしました
  継続にしました（status の行を消しました。行がなければ継続です）: 2事業
    子育てサロン（拡充）
    ふくしの教室（改編）
  終わった事業を消しました: 2事業
    敬老会（廃止）
    福祉バザー（統合）
  その掲載を消しました: 4か所
    敬老会（1 つながり）
    敬老会（1-1 子育て）
    福祉バザー（1-1 子育て）
    敬老会（1-2 見守り）
  旧名（formerly）を消しました: 1事業
    ふくしの教室（旧名 旧サロン）
  年の入った実施時期を進めました: 2事業
    子育てサロン: 4月・R7年1月 → 4月・R8年1月
    ふくしの教室: 令和７年２月 → 令和８年２月
  期限の過ぎた除外（suppress）を消しました: 1件
    P209「第45回福祉大会」
  当てはまる指摘のなくなった除外（suppress）を消しました: 1件
    P301「子育てサロン」
  ファイルの先頭のコメントにある年度を進めました

これから決めること:
  予算額: 額を書いて # を消すか、その行を消してください
    子育てサロン（もとの計画では 1,200万円）
  縮小・休止の事業: 新年度もそのままですか
    第45回福祉大会（休止）
  毎年ではない事業: 新年度は行いますか
    第45回福祉大会: 隔年
  年や回数の入った文: 新年度も正しいですか
    9行目: 令和6年度も支え合いを進める。
    42行目: 第45回福祉大会
  事業がなくなった一覧: このままでよいですか
    1-2 見守り
  消した行のすぐ上にあったコメント: このままでよいですか
    # 令和6年度で終わる
  新年度の新規・変更・終了: status に new（新規）、expanded（拡充）、restructured（改編）、reduced（縮小）、merged（統合）、suspended（休止）、discontinued（廃止）のどれかを書いてください
"""
    )
    assert run("validate", "plans/2025.yaml").code == 0


def test_the_real_plan_becomes_a_draft_without_errors(run: Run, plans: Path):
    write(plans, REAL.read_text(encoding="utf-8"))
    result = run("new", "令和7", "--lang", "en")
    assert result.code == 0
    assert "  Reset 8 programs to continued (removed `status`)\n" in result.out
    before = REAL.read_text(encoding="utf-8").splitlines()
    after = (plans / "2025.yaml").read_text(encoding="utf-8").splitlines()
    assert len(before) - len(after) == 20
    assert sum(line not in before for line in after) == 6
    counts = lint([load_file(plans / "2025.yaml")]).counts
    assert counts[Severity.ERROR] == 0
    assert formatted(read_document((plans / "2025.yaml").read_bytes())) == "\n".join(after) + "\n"


def test_the_comparison_with_the_draft_shows_just_what_was_done(run: Run, plans: Path):
    write(plans, REAL.read_text(encoding="utf-8"))
    run("new", "2025")
    rows = run("diff", "2024", "2025", "--format", "csv").out.splitlines()[1:]
    assert [row.split(",")[3:7] for row in rows] == [
        ["男の料理教室", "区分", "新規", "継続"],
        ["ふくしの教室", "旧名", "介護講座", ""],
        ["ふくしの教室", "区分", "改編", "継続"],
        ["高齢者おでかけ応援事業", "区分", "新規", "継続"],
        ["温かおむすび交流会", "区分", "新規", "継続"],
        ["温かおむすび交流会", "実施時期", "令和7年1月", "令和8年1月"],
        ["ふれあい・ともいき映画鑑賞会", "区分", "新規", "継続"],
        ["ふれあい・ともいき映画鑑賞会", "実施時期", "令和7年1月", "令和8年1月"],
        ["ふくみちゃんカフェ（被災地域つどいの場）", "区分", "新規", "継続"],
        ["内郷地区地域づくり連絡会", "区分", "新規", "継続"],
        ["内郷地区地域づくり連絡会", "実施時期", "6月・10月・令和7年2月", "6月・10月・令和8年2月"],
        ["ボランティア活動活発化事業", "区分", "新規", "継続"],
        ["ボランティア活動活発化事業", "予算額", "69千円", ""],
        *(row.split(",")[3:7] for row in rows[13:]),
    ]
    assert [row.split(",")[:2] for row in rows[13:]] == [["削除", "除外した指摘"]] * 2


def test_budgets_can_be_kept(run: Run, plans: Path):
    write(plans, REAL.read_text(encoding="utf-8"))
    result = run("new", "2025", "--keep-budgets")
    assert "    budget: 69千円\n" in (plans / "2025.yaml").read_text(encoding="utf-8")
    assert (
        "  残した予算額: 新年度も同じ額ですか\n    ボランティア活動活発化事業: 69千円\n"
        in result.out
    )


def test_a_plan_that_is_there_is_never_overwritten(run: Run, plans: Path):
    (plans / "2025.yaml").write_text("大事なもの", encoding="utf-8")
    result = run("new", "2025")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: plans/2025.yaml はすでにあります。上書きはしません\n"
        "  → 別の名前にするか、先にそのファイルを別の場所に移してください\n"
    )
    assert (plans / "2025.yaml").read_text(encoding="utf-8") == "大事なもの"
    (plans / "2025.yaml").rename(plans / "2025.yml")
    result = run("new", "2025")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 令和7年度（2025）の計画はすでにあります: plans/2025.yml\n"
        "  → --output-file で別のファイルを指定するか、先にそのファイルを別の場所に移してください\n"
    )
    assert not (plans / "2025.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (
            ["new", "2024"],
            2,
            "plan: 令和6年度（2024）より前の、もとにできる計画がありません\n"
            "  → --from でもとにする計画を指定するか、「plan init」で始めてください\n",
        ),
        (
            ["new", "2023", "--from", "2024"],
            2,
            "plan: 令和5年度（2023）は、令和6年度（2024）より後ではありません\n"
            "  → もっと後の年度を書くか、もとにする計画を --from で指定してください\n",
        ),
        (
            ["new", "2025", "--from", "2020"],
            2,
            "plan: 令和2年度（2020）の計画はありません\n  → 計画がある年度: 令和6年度（2024）\n",
        ),
        (["new", "来年"], 2, "plan: 「来年」は年度として読めません\n"),
        (
            ["new"],
            2,
            "plan: 「plan new」のあとに、年度を書いてください\n  → 例: plan new 2025\n",
        ),
    ],
)
def test_a_year_that_does_not_fit(
    run: Run, plans: Path, arguments: list[str], code: int, complaint: str
):
    result = run(*arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(complaint)
    assert [path.name for path in plans.iterdir()] == ["2024.yaml"]


def test_nothing_comes_of_a_plan_with_errors(run: Run, plans: Path):
    write(plans, SMALL.replace("        title: 子育て\n", ""))
    result = run("new", "2025")
    assert (result.code, result.out) == (1, "")
    assert "plans/2024.yaml:10:9: 基本計画 1-1 に title（名称）がありません" in result.err
    assert [path.name for path in plans.iterdir()] == ["2024.yaml"]


def test_a_layout_that_cannot_be_edited_is_told_and_fmt_helps(run: Run, plans: Path):
    write(plans, SMALL + "  - name: 敬老会\n    ? status\n    : expanded\n")
    result = run("new", "2025")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: plans/2024.yaml は、このままの体裁では安全に書き換えられません\n"
        "  → 先に体裁をそろえてください: plan fmt plans/2024.yaml\n"
    )
    assert not (plans / "2025.yaml").exists()
    run("fmt", "plans/2024.yaml")
    assert run("new", "2025").code == 0
    made = (plans / "2025.yaml").read_text(encoding="utf-8")
    assert made.endswith("  - name: 子育てサロン\n  - name: 敬老会\n")


def test_errors_of_the_old_plan_are_named(run: Run, plans: Path):
    write(
        plans,
        SMALL.replace("          - 子育てサロン", "          - ない事業\n          - 子育てサロン"),
    )
    assert (
        "  plans/2024.yaml にあった誤り1件は、下書きにも残っています。"
        "plan validate plans/2025.yaml で確認してください\n"
    ) in run("new", "2025").out


def test_a_look_beforehand_writes_nothing(run: Run, plans: Path):
    write(plans, SMALL + "    status: new\n")
    result = run("new", "2025", "--diff")
    assert (
        result.out
        == """\
--- plans/2024.yaml
+++ plans/2025.yaml
@@ -1,4 +1,4 @@
 format: 1
-fiscal_year: 2024
+fiscal_year: 2025
 council:
   name: 試験社協
@@ -14,3 +14,2 @@
 programs:
   - name: 子育てサロン
-    status: new
"""
    )
    result = run("new", "2025", "--dry-run")
    assert (result.code, result.err) == (0, "何も書き込みません。作ると、次のようになります\n")
    assert "    子育てサロン（新規）\n" in result.out
    assert [path.name for path in plans.iterdir()] == ["2024.yaml"]


def test_from_a_file_to_a_file(run: Run, tmp_path: Path):
    old = tmp_path / "計画.yaml"
    old.write_bytes(("\ufeff" + PLAN.replace("\n", "\r\n")).encode("utf-8"))
    assert run("new", "R7", "--from", "計画.yaml", "-o", "来年度.yaml").code == 0
    made = (tmp_path / "来年度.yaml").read_bytes()
    assert made == ("\ufeff" + DRAFT.replace("\n", "\r\n")).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("6月・10月・令和7年2月", "6月・10月・令和8年2月"),
        ("令和７年１月", "令和８年１月"),
        ("2025年1月", "2026年1月"),
        ("２０２５年１月", "２０２６年１月"),
        ("R7.2月・ｒ", "R8.2月・ｒ"),
        ("Ｒ７年", "Ｒ８年"),
        ("平成31年3月", "令和2年3月"),
        ("平成30年", "令和元年"),
        ("令和元年度", "令和2年度"),
        ("令和9年～令和10年", "令和10年～令和11年"),
        ("5月・10月", "5月・10月"),
        ("通年（月1回）", "通年（月1回）"),
        ("plans/2024.yaml と iwaki-2024-notes.md", "plans/2024.yaml と iwaki-2024-notes.md"),
        ("参加費2000円・定員2000人", "参加費2000円・定員2000人"),
    ],
)
def test_years_keep_their_form(text: str, moved: str):
    assert move_years(text, 1) == moved


def test_which_years_a_text_names():
    assert [*named_years("令和6年度は、平成元年と2025年、R8 に続き、M0や令和0年ではない")] == [
        2024,
        1989,
        2025,
        2026,
    ]


def test_only_one_year_is_moved():
    assert (
        move_years("令和6年度（令和5年度の続き）", 1, only=2024) == "令和7年度（令和5年度の続き）"
    )


def test_numbers_stay_numbers_and_shelved_lines_become_comments():
    document = read_document(PLAN.encode("utf-8"))
    edits: list[Edit] = [
        Rewrite(("fiscal_year",), 2030),
        CommentOut(("programs", 3, "distinct_from"), "あとで"),
    ]
    text, made = apply(document, [edits])
    assert made == (0,)
    assert "fiscal_year: 2030   # 年度\n" in text
    assert "    # distinct_from:  ← あとで\n    #   - 敬老会\n    status: merged\n" in text
    flow, made = apply(document, [[CommentOut(("suppress", 0, "until"), "あとで")]])
    assert "  - {rule: P301, item: 子育てサロン, reason: 検討中}\n" in flow


STATUSES = st.sampled_from(
    [
        "new",
        "expanded",
        "continued",
        "restructured",
        "reduced",
        "merged",
        "suspended",
        "discontinued",
    ]
)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(
        st.tuples(STATUSES, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6
    )
)
def test_a_draft_has_no_errors_and_what_goes_on_stays(
    programs: list[tuple[str, bool, bool, bool]],
):
    entries, cited = "", ""
    for number, (status, formerly, budget, in_list) in enumerate(programs):
        entries += f"  - name: 第{number}事業\n    status: {status}\n"
        entries += f"    formerly: [旧{number}]\n" * formerly
        entries += f"    schedule: 令和7年{number % 3 + 1}月\n"
        entries += f"    budget: {number}千円\n" * budget
        cited += f"          - 第{number}事業\n" * in_list
    text = (
        SMALL.replace("          - 子育てサロン\n", "          - 子育てサロン\n" + cited) + entries
    )
    source = load_bytes(text.encode("utf-8"), "2024.yaml")
    assert source.plan is not None
    draft = make_draft(
        source,
        FiscalYear(2025),
        "2025.yaml",
        keep_budgets=False,
        budget_note="決める",
        target_note="決める",
    )
    found = check_file(draft.file).diagnostics
    assert [each for each in found if each.severity is Severity.ERROR] == []
    assert draft.file.plan is not None
    going_on = [
        f"第{number}事業"
        for number, (status, *_) in enumerate(programs)
        if status not in ("merged", "discontinued")
    ]
    assert [program.name for program in draft.file.plan.programs] == ["子育てサロン", *going_on]
    assert {program.budget for program in draft.file.plan.programs} == {None}
    assert {program.formerly for program in draft.file.plan.programs} == {()}
    twice = make_draft(
        draft.file,
        FiscalYear(2026),
        "2026.yaml",
        keep_budgets=True,
        budget_note="決める",
        target_note="決める",
    )
    assert twice.file.document.text == draft.file.document.text.replace(
        "fiscal_year: 2025", "fiscal_year: 2026"
    ).replace("令和8年", "令和9年")


SECOND_EDITION = """\
format: 1
fiscal_year: 2024

council:
  name: 試験社協

labels:
  plan: 事業区分

numbering:
  plan: （1）

plans:
  - id: 1
    title: 担い手づくり
    tags:
      - 重点
    indicators:
      - name: 登録者数
        baseline:
          value: 120人
          year: 2020
        target:
          value: 150人
          year: 2024
        reason: 高齢化
      - name: 講座の回数
        unit: 回
        target:
          value: 12
          year: 2025
    sections:
      - title: 講座
        programs:
          - 創立50周年記念講座
          - ボランティア講座
    programs:
      - 見守り事業

programs:
  - name: 創立50周年記念講座
    until: 2024
  - name: ボランティア講座
    until: 2025
  - name: 見守り事業
    funding:
      - source: 会費
        amount: 30千円

accounts:
  - division: 法人運営
    income:
      - item: 会費
        amount: 30千円
  - income:
      - item: 受託金
        amount: 1,200千円
    income_total: 1,200千円

management_text: 令和6年度も、組織の基盤を固める。
"""
SECOND_DRAFT = (
    SECOND_EDITION.replace("fiscal_year: 2024", "fiscal_year: 2025")
    .replace(
        """\
        target:
          value: 150人
          year: 2024
""",
        """\
        # target:  ← 次の目標値を決める
        #   value: 150人
        #   year: 2024
""",
    )
    .replace("          - 創立50周年記念講座\n", "")
    .replace("  - name: 創立50周年記念講座\n    until: 2024\n", "")
    .replace(
        """\
    funding:
      - source: 会費
        amount: 30千円
""",
        """\
    # funding:  ← 令和7年度の予算額を決める
    #   - source: 会費
    #     amount: 30千円
""",
    )
)
BEFORE, AFTER = SECOND_EDITION.partition("accounts:\n")[2].split("\nmanagement_text")
ACCOUNTS = "".join(f"# {line}\n" for line in BEFORE.splitlines())
SECOND_DRAFT = SECOND_DRAFT.replace(
    f"accounts:\n{BEFORE}", f"# accounts:  ← 令和7年度の予算額を決める\n{ACCOUNTS}"
)


def test_what_ends_goes_accounts_and_past_targets_become_questions(run: Run, plans: Path):
    write(plans, SECOND_EDITION)
    result = run("new", "2025")
    draft = plans / "2025.yaml"
    assert draft.read_text(encoding="utf-8") == SECOND_DRAFT
    assert lint([load_file(draft)]).diagnostics == ()
    assert (
        result.out
        == """\
変えたところ:
  年度を 令和7年度（2025）にしました
  終わった事業を消しました: 1事業
    創立50周年記念講座（令和6年度（2024）まで）
  その掲載を消しました: 1か所
    創立50周年記念講座（1(1) 講座）

これから決めること:
  予算額: 額を書いて # を消すか、その行を消してください
    見守り事業（もとの計画では 30千円）
  会計: 新年度の額を書いて # を消すか、その行を消してください
    法人運営
    協議会全体
  年度の過ぎた目標値: 次の目標値を書いて # を消すか、その行を消してください
    担い手づくりの登録者数（もとの計画では 150人、令和6年度（2024））
  年や回数の入った文: 新年度も正しいですか
    57行目: 令和6年度も、組織の基盤を固める。
  新年度の新規・変更・終了: status に new（新規）、expanded（拡充）、restructured（改編）、reduced（縮小）、merged（統合）、suspended（休止）、discontinued（廃止）のどれかを書いてください
"""
    )


def test_kept_budgets_and_accounts_are_asked_about_and_a_past_target_still_is(
    run: Run, plans: Path
):
    write(plans, SECOND_EDITION)
    out = run("new", "2025", "--keep-budgets").out
    assert "  残した予算額: 新年度も同じ額ですか\n    見守り事業: 30千円\n" in out
    assert "  残した会計: 新年度も同じ額ですか\n    法人運営\n    協議会全体\n" in out
    assert "# target:  ← 次の目標値を決める\n" in (plans / "2025.yaml").read_text(encoding="utf-8")


def test_a_target_without_a_year_is_asked_about(run: Run, plans: Path):
    write(
        plans,
        SECOND_EDITION.replace(
            "          value: 12\n          year: 2025\n", "          value: 12\n"
        ),
    )
    assert (
        "  年度のない目標値: 新年度もそのままですか\n    担い手づくりの講座の回数: 12\n"
        in run("new", "2025").out
    )


COUNCILS = sorted((ROOT / "tests" / "councils").glob("*/*.yaml"))


@pytest.mark.parametrize("path", COUNCILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_draft_of_any_council_is_sound_canonical_and_ends_what_ends(path: Path):
    source = load_file(path)
    assert source.plan is not None
    year = FiscalYear(source.plan.fiscal_year + 1)
    draft = make_draft(
        source,
        year,
        f"{year.number}.yaml",
        keep_budgets=False,
        budget_note="決める",
        target_note="決める",
    ).file
    assert draft.plan is not None
    assert formatted(draft.document) == draft.document.text
    assert draft.plan.accounts == ()
    assert {program.budget for program in draft.plan.programs} <= {None}
    assert all((program.until or year.number) >= year.number for program in draft.plan.programs)
    assert draft.plan.labels == source.plan.labels
    assert draft.plan.numbering == source.plan.numbering
    assert [part.title for part in draft.plan.basic_plans] == [
        part.title for part in source.plan.basic_plans
    ]
