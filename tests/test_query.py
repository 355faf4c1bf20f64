"""``plan query``: answers in SQL, mistakes shown in their place, and what a query may not do."""

from __future__ import annotations

import contextlib
import io
import json
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shakyo_plan import load
from shakyo_plan.errors import UserError
from shakyo_plan.language import Translator
from shakyo_plan.lookup.query.answering import Answer, PlanOfFile, answer
from shakyo_plan.lookup.query.tables import TABLES
from shakyo_plan.lookup.query.terminal import tables_list
from shakyo_plan.output.terminal.render import render
from tests.conftest import REAL, SMALL, Run, hear_interrupts

REAL_FILE = ("--file", str(REAL))
PLAN = PlanOfFile("2024.yaml", load(REAL))


def rows(sql: str) -> tuple[tuple[object, ...], ...]:
    return answer([PLAN], sql).rows


def complaint(run: Run, sql: str, *arguments: str) -> str:
    result = run("query", sql, *REAL_FILE, *arguments)
    assert (result.code, result.out) == (2, "")
    return result.err


def test_the_tables_hold_what_the_printed_plan_does():
    counts = {table.name: rows(f"SELECT count(*) FROM {table.name}")[0][0] for table in TABLES}
    assert counts == {
        "plans": 1,
        "labels": 8,
        "departments": 0,
        "based_on": 3,
        "goals": 3,
        "basic_plans": 20,
        "sections": 35,
        "programs": 56,
        "program_districts": 7,
        "names": 12,
        "citations": 147,
        "priorities": 4,
        "actions": 10,
        "priority_citations": 29,
        "groups": 8,
        "districts": 13,
        "schedules": 21,
        "funding": 0,
        "management": 16,
        "suppressions": 2,
        "tags": 0,
        "indicators": 0,
        "accounts": 0,
        "account_totals": 0,
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_has_a_value_for_each_column_of_its_table(table: object, plans: Path):
    text = (
        SMALL
        + "    budget: 3千円\n    funding: [{source: 会費, amount: 3千円}]\n    aliases: [サロン]\n"
    )
    text += "    schedule: 1月\nmanagement: [{id: 1, title: 体制}]\nbased_on: [{name: 上の計画}]\n"
    text += "priorities: [{id: 1, title: つながり, actions: [集い], programs: [子育てサロン, {group: 講座}]}]\n"
    text += "accounts: [{income: [{item: 会費, amount: 3千円}], income_total: 3千円}]\n"
    text = text.replace(
        "  - name: 子育てサロン\n",
        "  - name: 子育てサロン\n    tags: [重点]\n    district: 常磐\n    indicators: [{name: 参加者, unit: 人}]\n",
    )
    text = text.replace(
        "  districts: [常磐, 内郷]\n", "  districts: [常磐, 内郷]\n  departments: [地域課]\n"
    )
    text += "suppress: [{rule: P303, item: 1-1, reason: 節で述べる, until: 2030}]\n"
    text = text.replace(
        "        programs:\n", "        sections: [{title: 節}]\n        programs:\n", 1
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    plan = load(plans / "2024.yaml")
    assert isinstance(table, type(TABLES[0]))
    made = list(table.rows(plan))
    assert made
    assert all(list(row) == [column.name for column in table.own] for row in made)
    found = answer(
        [PlanOfFile("x.yaml", plan)], f"SELECT file, fiscal_year, council FROM {table.name}"
    )
    assert found.rows[0] == ("x.yaml", 2024, "試験社協")


def test_ids_are_in_their_one_form_and_money_in_yen():
    assert rows("SELECT min(plan_id) FROM basic_plans WHERE goal_id = 2") == (("2-1",),)
    assert rows("SELECT name, budget, budget_yen FROM programs WHERE budget_yen IS NOT NULL") == (
        ("ボランティア活動活発化事業", "69千円", 69000),
    )
    assert rows("SELECT program FROM schedules WHERE month = '2025-01'") == (
        ("温かおむすび交流会",),
        ("ふれあい・ともいき映画鑑賞会",),
        ("ふくみちゃんカフェ（被災地域つどいの場）",),
    )


def test_an_answer_is_a_table_with_the_numbers_to_the_right(run: Run):
    sql = "SELECT commissioned_by AS 委託元, count(*) AS 事業数 FROM programs GROUP BY 1 ORDER BY 2 DESC"
    assert run("query", sql, *REAL_FILE).out == (
        "委託元              事業数\n"
        "                        48\n"
        "city                     5\n"
        "prefectural_shakyo       3\n"
        "\n"
        "3行\n"
    )


def test_json_keeps_numbers_and_null_and_names_columns_that_repeat_apart(run: Run):
    sql = "SELECT g.title, b.title, b.plan_id, NULL AS n, 2.5 AS x FROM goals g JOIN basic_plans b USING (file, goal_id) LIMIT 1"
    assert json.loads(run("query", sql, *REAL_FILE, "--format", "json").out) == [
        {
            "title": "共に生きる社会をつくるために",
            "title_2": "本人の意思の尊重",
            "plan_id": "1-1",
            "n": None,
            "x": 2.5,
        }
    ]


def test_names_of_columns_never_fall_together():
    assert Answer(("a", "a", "a_2", "a"), ()).keys == ("a", "a_3", "a_2", "a_4")


def test_csv_keeps_ids_from_becoming_dates_and_numbers_numbers(run: Run):
    out = run("query", "SELECT '1-5' AS a, '2025-01' AS b, -5 AS c, '=1' AS d", "--format", "csv", *REAL_FILE).out  # fmt: skip
    assert out == "\ufeffa,b,c,d\r\n[1-5],[2025-01],-5,'=1\r\n"


def test_bytes_and_infinity_do_not_break_json(run: Run):
    out = run("query", "SELECT x'00ff' AS a, 9e999 AS b, CAST(x'ff' AS TEXT) AS c", *REAL_FILE, "--format", "json").out  # fmt: skip
    assert json.loads(out) == [{"a": "x'00ff'", "b": "inf", "c": "\ufffd"}]


def test_nothing_of_a_plan_acts_on_the_terminal(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("子育て\n", '"[red]\\e[31m"\n', 1), encoding="utf-8"
    )
    assert "[red]␛[31m" in run("query", "SELECT title FROM basic_plans").out


def test_all_files_of_the_folder_are_asked(run: Run, plans: Path):
    text = SMALL.replace("2024", "2025").replace("- name: 子育て", "- name: 親子")
    (plans / "2025.yaml").write_text(
        text.replace("- 子育てサロン", "- 親子サロン"), encoding="utf-8"
    )
    out = run("query", "SELECT file, fiscal_year, era, name FROM plans JOIN programs USING (file, fiscal_year)").out  # fmt: skip
    assert out == (
        "file       fiscal_year  era         name\n"
        "2024.yaml         2024  令和6年度  子育てサロン\n"
        "2025.yaml         2025  令和7年度  親子サロン\n"
        "\n"
        "2行\n"
    ).replace("era         name", "era        name")


def test_a_broken_file_is_named_and_nothing_is_told_by_halves(run: Run, plans: Path):
    (plans / "2025.yaml").write_text(
        SMALL.replace("title: 子育て", "titel: 子育て"), encoding="utf-8"
    )
    result = run("query", "SELECT count(*) FROM programs")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"plan: {Path('plans', '2025.yaml')}:11:9: ")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "SELECT nam FROM programs",
            "「nam」という列はありません\n    SELECT nam FROM programs\n           ^^^\n  → 「name」のことですか？",
        ),
        (
            "SELECT '遠野' AS 地区, p.nme FROM programs p",
            "「p.nme」という列はありません\n    SELECT '遠野' AS 地区, p.nme FROM programs p\n"
            "                           ^^^^^\n  → 「name」のことですか？",
        ),
        (
            "SELECT *\nFROM program",
            "「program」という表はありません\n  2 | FROM program\n           ^^^^^^^\n  → 「programs」のことですか？",
        ),
        (
            "SELECT name, FROM programs -- FROM",
            "問い合わせの「FROM」から先を理解できません\n    SELECT name, FROM programs -- FROM\n"
            "                 ^^^^\n  → その前のコンマを消してください",
        ),
        (
            "SELECT name FROM programs WHERE status = 'new' name",
            "問い合わせの「name」から先を理解できません\n    SELECT name FROM programs WHERE status = 'new' name\n"
            "                                                   ^^^^\n"
            "  → そのすぐ前に、コンマや括弧、言葉が抜けていませんか？ 順番は SELECT … FROM … WHERE … "
            "GROUP BY … HAVING … ORDER BY … LIMIT … です",
        ),
        (
            "SELECT name FROM programs WHERE district = 遠野",
            "「遠野」という列はありません\n    SELECT name FROM programs WHERE district = 遠野\n"
            "                                               ^^^^\n  → 文字は半角の ' で囲みます: '遠野'",
        ),
        (
            "SELECT name FROM programs WHERE district ＝ '遠野'",
            "「＝」が全角です\n    SELECT name FROM programs WHERE district ＝ '遠野'\n"
            "                                             ^^\n"
            "  → ' で囲んだ文字のほかは、記号も英数字も空白も半角で書きます",
        ),
        (
            "SELECT　name FROM programs",
            "「　」が全角です\n    SELECT　name FROM programs\n          ^^\n"
            "  → ' で囲んだ文字のほかは、記号も英数字も空白も半角で書きます",
        ),
        (
            "SELECT program, group FROM citations",
            "問い合わせの「group」から先を理解できません\n    SELECT program, group FROM citations\n"
            "                    ^^^^^\n  → 列のことなら、事業が入っている各種事業（グループ）の列は group_name です",
        ),
        (
            "SELECT name FROM programs WHERE",
            "問い合わせが途中で終わっています\n    SELECT name FROM programs WHERE\n"
            "                                   ^\n  → 足りないものを、そこに書き足してください",
        ),
        (
            "SELECT count(name FROM programs WHERE name = 'x'",
            "問い合わせの「FROM」から先を理解できません\n    SELECT count(name FROM programs WHERE name = 'x'\n"
            "                      ^^^^\n  → そのすぐ前に、コンマや括弧、言葉が抜けていませんか？ 順番は SELECT … FROM … "
            "WHERE … GROUP BY … HAVING … ORDER BY … LIMIT … です",
        ),
        (
            "SELECT (1 + 2",
            "括弧が閉じていません\n    SELECT (1 + 2\n           ^\n  → 終わるところに ) を書きます",
        ),
        (
            "SELECT name FROM programs WHERE district = '遠野",
            "この ' が閉じていません\n    SELECT name FROM programs WHERE district = '遠野\n"
            "                                               ^\n  → 文字の終わりに、もう1つ ' を書きます",
        ),
        (
            "SELECT file FROM goals, districts",
            "「file」という列が、2つ以上の表にあります\n    SELECT file FROM goals, districts\n           ^^^^\n"
            "  → 前に表の名前を付けます: goals.file、districts.file",
        ),
        (
            "SELECT count(*) FROM programs WHERE count(*) > 1",
            "count() は行をまとめる関数なので、ここには書けません\n    SELECT count(*) FROM programs WHERE count(*) > 1\n"
            "                                        ^^^^^\n  → その条件は、GROUP BY の後の HAVING に書きます",
        ),
        (
            "SELECT length(1, 2)",
            "関数 length に渡す値の数が違います\n    SELECT length(1, 2)\n           ^^^^^^",
        ),
        (
            "SELECT name FROM programs WHERE status = new",
            "「new」という列はありません\n    SELECT name FROM programs WHERE status = new\n"
            "                                             ^^^\n  → 文字は半角の ' で囲みます: 'new'",
        ),
        (
            "SELECT name FORM programs",
            "「FORM」を、ここでは理解できません\n    SELECT name FORM programs\n                ^^^^\n"
            "  → 「FROM」のことですか？",
        ),
        (
            "SELECT name FROM programs ODER BY name",
            "「ODER」を、ここでは理解できません\n    SELECT name FROM programs ODER BY name\n"
            "                              ^^^^\n  → 「ORDER」のことですか？",
        ),
        (
            "SELEC name FROM programs",
            "問い合わせは SELECT か WITH で始めます。これは「SELEC」で始まっています\n"
            "    SELEC name FROM programs\n    ^^^^^\n  → 「SELECT」のことですか？",
        ),
        (
            "SELECT a.name FROM programs a, programs AS b WHERE name = 1",
            "「name」という列が、2つ以上の表にあります\n"
            "    SELECT a.name FROM programs a, programs AS b WHERE name = 1\n"
            "                                                       ^^^^\n"
            "  → 前に表の名前を付けます: a.name、b.name",
        ),
        (
            "SELECT g.nam FROM goals g, programs p",
            "「g.nam」という列はありません\n    SELECT g.nam FROM goals g, programs p\n"
            "           ^^^^^\n  → 指定できる列: file、fiscal_year、council、goal_id、position、title、tags、text",
        ),
        (
            "SELECT name FROM programs JOIN citations USING (name)",
            "USING に書いた列のない表があります。ON a.name = b.program のように書きます\n"
            "  → 表と列の一覧は「plan query --tables」で見られます",
        ),
        ("", '問い合わせが空です\n  → 例: plan query "SELECT title FROM goals"'),
    ],
)
def test_a_mistake_is_shown_in_its_place(run: Run, sql: str, expected: str):
    assert complaint(run, sql) == f"plan: {expected}\n"


def test_a_mistake_is_told_in_english_too(run: Run):
    assert complaint(run, "SELECT (1; SELECT 2", "--lang", "en") == (
        "plan: There is more than one statement\n"
        "    SELECT (1; SELECT 2\n"
        "               ^^^^^^\n"
        "  → Run one at a time; leave out what follows the semicolon\n"
    )


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM programs",
        "INSERT INTO goals DEFAULT VALUES",
        "UPDATE programs SET name = ''",
        "WITH x AS (SELECT 1) DELETE FROM goals",
        "CREATE TABLE x (a)",
        "DROP TABLE goals",
        "ATTACH 'x.db' AS x",
        "VACUUM INTO 'x.db'",
        "PRAGMA hard_heap_limit = 1",
        "PRAGMA table_info(goals)",
        "SELECT * FROM pragma_table_info('goals')",
        "SELECT * FROM sqlite_master",
        "SELECT count(*) FROM sqlite_master",
        "SELECT count(*) FROM pragma_table_info('goals')",
        "SELECT * FROM json_each('[1]')",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000000000)",
        "SELECT zeroblob(1000000000)",
        "SELECT printf('%1000000000d', 1)",
        "SELECT random()",
        "SELECT current_timestamp",
        "SELECT 'a' GLOB '*'",
        "BEGIN",
        "EXPLAIN SELECT 1",
        "SELECT 1; SELECT 2",
        "; SELECT 1",
        "SELECT '\0'",
        "SELECT '\udc80'",
        "SELECT ?",
    ],
)
def test_a_query_does_nothing_but_read(run: Run, tmp_path: Path, sql: str):
    assert complaint(run, sql).startswith("plan: ")
    assert list(tmp_path.iterdir()) == []


def test_what_a_query_names_itself_is_counted_too():
    sql = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 12) SELECT count(*) FROM r"
    assert rows(sql) == ((12,),)
    assert rows("WITH x AS (SELECT 1) SELECT COUNT(*) FROM x") == ((1,),)
    assert rows("SELECT count(*) FROM (SELECT DISTINCT goal_id FROM citations) AS x") == ((3,),)


FOREVER = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) "


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (FOREVER + "SELECT max(n) FROM r", "問い合わせを打ち切りました。手順が…を超えます"),
        (
            "SELECT count(*) FROM citations a, citations b, citations c WHERE a.position <> b.position",
            "問い合わせを打ち切りました。手順が…を超えます",
        ),
        (FOREVER + "SELECT n FROM r", "答えが100,000行を超えるか、長くなりすぎます"),
        (
            "SELECT replace(replace(replace('aaaaaaaaaa', 'a', 'aaaaaaaaaaaaaaaaaaaaaa'), 'a', "
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
            "問い合わせの中の文字が長くなりすぎます",
        ),
        (
            "WITH RECURSIVE r(n, x) AS (SELECT 1, 'ああああ' UNION ALL SELECT n + 1, x || x FROM r) SELECT n FROM r",
            "問い合わせの中の文字が長くなりすぎます",
        ),
        (
            "SELECT 'x' LIKE '" + "%" * 201 + "'",
            "LIKE の検索パターンが200バイトを超えています",
        ),
        (
            "WITH a0 AS (SELECT 1 AS q), "
            + ", ".join(f"a{n} AS (SELECT x.q FROM a{n - 1} x, a{n - 1} y)" for n in range(1, 30))
            + " SELECT * FROM a29",
            "この問い合わせは、メモリーを使いすぎます",
        ),
        (
            "WITH RECURSIVE r(n, x) AS (SELECT 1, replace('aaaaaaaaaa', 'a', '" + "b" * 4500 + "') "
            "UNION ALL SELECT n + 1, x FROM r) SELECT * FROM r ORDER BY x, n",
            "この問い合わせは、メモリーを使いすぎます",
        ),
        ("SELECT " + "(" * 500 + "1" + ")" * 500, "問い合わせが大きすぎるか、入れ子が深すぎます"),
        ("SELECT " + "+".join("1" * 500), "問い合わせが大きすぎるか、入れ子が深すぎます"),
        ("SELECT 1 -- " + "x" * 20_000, "問い合わせが20,000バイトを超えています"),
    ],
    ids=["endless", "product", "rows", "replace", "doubling", "pattern", "copies", "memory", "brackets", "sum", "length"],
)  # fmt: skip
def test_what_would_never_end_ends_with_a_sentence(run: Run, sql: str, expected: str):
    said = complaint(run, sql).splitlines()[0]
    # How many steps are allowed depends on how much the tables hold.
    assert re.sub("手順が[0-9,]+を", "手順が…を", said) == f"plan: {expected}"


LONG = (
    f"WITH t AS (SELECT replace('{'a' * 50}', 'a', '{'a' * 960}') || goal_id AS x FROM citations) "
    f"SELECT count(*) FROM t, citations a, citations b WHERE t.x || a.program LIKE '%{'a' * 180}b'"
)
"""A query whose single steps take long: some 12 ms each."""


def many(tmp_path: Path, programs: int) -> str:
    path = tmp_path / "2024.yaml"
    names = "".join(f"  - name: 第{n}地区ふれあいサロン事業\n" for n in range(programs))
    council = "council: {name: みなと市社会福祉協議会}\n"
    path.write_text(f"format: 1\nfiscal_year: 2024\n{council}programs:\n{names}", encoding="utf-8")
    return str(path)


ALL_WITH_ALL = (
    "SELECT count(*) AS 数 FROM programs a, programs b WHERE a.name LIKE '%' || b.name || '%'"
)


def test_names_are_compared_with_all_names_of_a_large_plan(run: Run, tmp_path: Path):
    answered = run("query", ALL_WITH_ALL, "-f", many(tmp_path, 600), "--format", "csv")
    assert answered.out.splitlines()[1:] == ["600"]


def test_what_like_compares_is_counted_with_the_steps(run: Run, tmp_path: Path):
    said = run("query", ALL_WITH_ALL, "-f", many(tmp_path, 3000)).err.splitlines()[0]
    assert re.sub("手順が[0-9,]+を", "手順が…を", said) == (
        "plan: 問い合わせを打ち切りました。手順が…を超えます"
    )


def test_a_query_of_slow_steps_ends_too(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shakyo_plan.lookup.query.guard.MOST_SECONDS", 0)
    monkeypatch.setattr("shakyo_plan.lookup.query.mistakes.MOST_SECONDS", 0)
    assert complaint(run, LONG).splitlines()[0] == (
        "plan: 問い合わせを打ち切りました。とても長い文字を、0秒を超えて検索しています"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to one process")
def test_ctrl_c_ends_a_query_within_its_steps():
    waiting = subprocess.Popen(
        [sys.executable, "-m", "shakyo_plan", "query", LONG, *REAL_FILE],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(1.5)
    waiting.send_signal(signal.SIGINT)
    assert waiting.communicate(timeout=30) == ("", "")
    assert waiting.returncode == 130


@given(st.text("SELECT *FROMgoals'\"`[](),;.-/＝　\n", max_size=40))
def test_no_query_breaks_the_program(sql: str):
    try:
        answer((), "SELECT " + sql)
    except UserError as error:
        assert str(error.message)  # noqa: PT017 - either way is right; anything else is a bug


def test_the_sql_comes_from_a_pipe_or_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    sql = "SELECT count(*) AS 数\r\nFROM districts WHERE district LIKE '%川%'"
    expected = "数\n 2\n\n1行\n"
    for encoding in ("utf-8", "utf-8-sig", "cp932", "utf-16"):
        (tmp_path / "q.sql").write_bytes(sql.encode(encoding))
        assert run("query", "--sql-file", "q.sql", *REAL_FILE).out == expected
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sql.encode(encoding))))
        assert run("query", "-", *REAL_FILE).out == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), 'SQL がありません\n  → 例: plan query "SELECT title FROM goals"'),
        (("--sql-file", "q.sql"), "q.sql: ファイルが見つかりません"),
        (
            ("-", "--file", "-"),
            "標準入力から、SQL と計画の両方は読めません\n  → どちらかはファイル名で指定してください",
        ),
    ],
)
def test_sql_that_is_not_there_is_asked_for(run: Run, arguments: tuple[str, ...], expected: str):
    result = run("query", *arguments)
    assert (result.code, result.err) == (2, f"plan: {expected}\n")


def test_the_tables_are_listed_with_their_meaning(run: Run):
    out = run("query", "--tables").out
    assert out.startswith("どの表にもある列:\n  file ")
    assert (
        "districts  社協の地区\n"
        "  district          TEXT     地区の名称\n"
        "  position          INTEGER  印刷する順。1 から\n"
    ) in out
    assert "districts  Districts of the council\n" in run("query", "--tables", "--lang", "en").out
    data = json.loads(run("query", "--tables", "--format", "json", "--lang", "en").out)
    assert len(data) == sum(len(table.columns) for table in TABLES)
    assert data[0] == {
        "table": "plans",
        "table_meaning": "Plan files, a row per file",
        "column": "file",
        "type": "TEXT",
        "meaning": "the name of the plan file; the same in all tables",
    }


def test_a_page_is_headed_by_the_question(run: Run):
    page = run("query", "SELECT title\n  FROM goals WHERE goal_id < 2", *REAL_FILE, "--format", "html").out  # fmt: skip
    assert "<h1>SELECT title FROM goals WHERE goal_id &lt; 2</h1>" in page
    assert "<td>共に生きる社会をつくるために</td>" in page


def test_the_meanings_of_columns_break_as_japanese_does():
    page = render(*tables_list(Translator("ja"), 80), width=80, colour=False)
    assert (
        "  kind              TEXT     'alias' 別名 / 'formerly' 旧名 / 'distinct_from' 名\n"
        "                             称が似ている別の事業\n"
    ) in page
    assert "'prefectural_shakyo'" in page


@pytest.mark.parametrize(
    ("text", "pattern", "like"),
    [
        ("ふれあい〜まつり", "%～まつり", True),
        ("１－２歳児教室", "%1−2%", True),
        ("デイサービス", "%デイ%", True),
        ("ｻﾛﾝ", "サロン", True),
        ("葛城ヶ丘", "%ケ丘", True),
        ("サービスデー", "%ー%", True),
        ("サロン", "サ_ン", True),
        ("サロン", "サ_", False),
        ("サロン事業", "%サ%ロ%業", True),
        ("サロン", "%ロン%ン", False),
        ("あいうい", "%い", True),
        ("100%", "100!%", None),
        ("", "%", True),
        ("", "", True),
    ],
)
def test_like_takes_characters_that_look_the_same_for_the_same(
    run: Run, text: str, pattern: str, like: bool | None
):
    sql = f"SELECT '{text}' LIKE '{pattern}'" + (" ESCAPE '!'" if like is None else "")
    answered = run("query", sql, "-f", str(REAL), "--format", "csv")
    assert answered.out.splitlines()[-1] == str(int(like is not False))


@given(text=st.text("ab%_", max_size=8), pattern=st.text("ab%_", max_size=6))
def test_like_finds_what_sqlite_finds(text: str, pattern: str):
    from shakyo_plan.lookup.query.guard import Guard
    from shakyo_plan.lookup.query.matching import install_like

    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        (theirs,) = connection.execute("SELECT ? LIKE ?", (text, pattern)).fetchone()
        install_like(connection, Guard())
        (ours,) = connection.execute("SELECT ? LIKE ?", (text, pattern)).fetchone()
    assert ours == theirs


def test_an_escape_of_more_than_a_character_is_told(run: Run):
    said = complaint(run, "SELECT 'a' LIKE 'b' ESCAPE 'cd'")
    assert (
        said.splitlines()[0] == "plan: ESCAPE の次には、'!' のように1文字を引用符に入れて書きます"
    )
