"""The second year that is made up for demonstration: sound, canonical, and just what its edits make it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.engine import lint
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load, load_file
from tests.conftest import REAL, ROOT, Run

SECOND = ROOT / "examples" / "iwaki-2025-draft.yaml"


@pytest.fixture
def both(plans: Path) -> Path:
    shutil.copy(REAL, plans / "2024.yaml")
    shutil.copy(SECOND, plans / "2025.yaml")
    return plans


def test_it_says_that_it_is_made_up():
    head = SECOND.read_text(encoding="utf-8").split("\nformat: 1\n")[0]
    assert "実在の計画ではない" in head


def test_it_has_no_errors_even_beside_its_year():
    file = load_file(SECOND)
    counts = lint([file], previous={file.path: load(REAL)}).counts
    assert counts[Severity.ERROR] == 0
    assert formatted(file.document) == file.document.text


def test_the_rules_across_years_find_only_the_renumbering(run: Run, both: Path):
    found = run("validate", "plans/2025.yaml", "--select", "P6", "--format", "concise").out
    assert found == (
        "plans/2025.yaml:438:13: 参考 P606 基本計画 3-4「産業、教育など保健福祉以外の様々な分野との協働」は、"
        "令和6年度（2024）の計画では 3-3 でした\n"
        "1ファイルを確認しました（参考 1件）\n"
    )


@pytest.mark.parametrize("name", ["広報紙発行事業", "広報・情報発信事業"])
def test_history_follows_the_new_name(run: Run, both: Path, name: str):
    lines = run("history", name).out.splitlines()
    assert [line.split() for line in lines[3:5]] == [
        ["令和6年度（2024）", "広報紙発行事業", "継続", "2-1", "2-2", "2-3"],
        ["令和7年度（2025）", "広報・情報発信事業", "継続", "2-1", "2-2", "2-3"],
    ]
    assert lines[-1] == "令和6 継続 ─ 令和7 継続"


def test_history_follows_the_new_number(run: Run, both: Path):
    assert [line.split()[1] for line in run("history", "3-4").out.splitlines()[3:5]] == [
        "3-3",
        "3-4",
    ]


def test_what_began_and_what_ended(run: Run, both: Path):
    columns = ("--columns", "name,began,ended,end")
    lines = run("history", "--all", "--format", "csv", *columns).out.splitlines()
    assert [line for line in lines if "令和7" in line] == [
        "七五三お祝い支援事業,,令和7,廃止",
        "クリスマス支援事業,,令和7,統合",
        "スマートフォン相談会,令和7,,",
        "移動販売見守り連携事業,令和7,,",
    ]


def test_the_comparison_lists_exactly_the_edits_each_once(run: Run, both: Path):
    result = run("diff", "2024", "2025", "--format", "csv")
    assert result.code == 0
    assert result.out.removeprefix("\ufeff").splitlines() == [
        "変更の種類,対象,番号,名称,項目,旧,新,備考",
        "移動,掲載,[1-2],親子ふれあいバスハイク事業,,1-5 生活困窮者対策の充実（所得、就労、住居など）,1-2 子ども・子育て支援の充実,",
        "削除,掲載,[1-5],七五三お祝い支援事業,,[1-5],,",
        "削除,掲載,[1-5],クリスマス支援事業,,[1-5],,",
        "追加,基本計画,[3-3],デジタル機器に親しむ機会づくり,,,デジタル機器に親しむ機会づくり / (1) 身近な所での学び / 主な事業: スマートフォン相談会,",
        "番号変更,基本計画,[3-4],産業、教育など保健福祉以外の様々な分野との協働,番号,[3-3],[3-4],確実：名称が同じ",
        "変更,事業,,男の料理教室,区分,新規,継続,",
        "変更,事業,,男の料理教室,実施時期,5月・10月,6月・11月,5月・10月を削除、6月・11月を追加",
        "変更,事業,,ふくしの教室,旧名,介護講座,,",
        "変更,事業,,ふくしの教室,区分,改編,継続,",
        "変更,事業,,高齢者おでかけ応援事業,区分,新規,継続,",
        "変更,事業,,温かおむすび交流会,区分,新規,継続,",
        "変更,事業,,温かおむすび交流会,実施時期,令和7年1月,令和8年1月,月は同じ",
        "変更,事業,,七五三お祝い支援事業,区分,継続,廃止,",
        "変更,事業,,クリスマス支援事業,区分,継続,統合,",
        "変更,事業,,クリスマス支援事業,備考,,児童養護施設歳末支援事業に統合,",
        "変更,事業,,ふれあい・ともいき映画鑑賞会,区分,新規,継続,",
        "変更,事業,,ふれあい・ともいき映画鑑賞会,実施時期,令和7年1月,令和8年1月,月は同じ",
        "名称変更,事業,,広報・情報発信事業,,広報紙発行事業,広報・情報発信事業,確実：新しい計画に旧名として記載",
        "変更,事業,,ふくみちゃんカフェ（被災地域つどいの場）,区分,新規,継続,",
        "変更,事業,,内郷地区地域づくり連絡会,区分,新規,継続,",
        "変更,事業,,内郷地区地域づくり連絡会,実施時期,6月・10月・令和7年2月,6月・10月・令和8年2月,月は同じ",
        "変更,事業,,ボランティア活動活発化事業,区分,新規,継続,",
        '変更,事業,,ボランティア活動活発化事業,予算額,69千円,72千円,"\'+3,000円、+4.3%"',
        "追加,事業,,スマートフォン相談会,,,スマートフォン相談会（新規・小名浜） / 目的: 離れた家族や地域とつながる手段を増やし、孤立を防ぐ。 / 実施時期: 6月・11月 / 予算額: 120千円 / 掲載: 3-3,",
        "追加,事業,,移動販売見守り連携事業,,,移動販売見守り連携事業（新規） / 目的: 買い物に困る地域で、移動販売の事業者とともに日々の異変に気づく。 / 実施時期: 通年 / 予算額: 350千円 / 掲載: 2-4,",
        "削除,除外した指摘,[P506],2,,P506 2 / 組織運営の名称は、印刷のとおり「財源および財務運営」と書く。 / 令和6年度（2024）まで,,",
        "削除,除外した指摘,[P506],3,,P506 3 / 組織運営の名称は、印刷のとおり「職員体制および職員研修」と書く。 / 令和6年度（2024）まで,,",
    ]


def test_the_comparison_in_numbers(run: Run, both: Path):
    all_of_them = run("diff", "2024", "2025", "--stat", "--routine").out.splitlines()[-1]
    assert all_of_them == "違い 27件（追加 3、削除 4、名称変更 1、番号変更 1、移動 1、変更 17）"
    *_, totals, routine = run("diff", "2024", "2025", "--stat").out.splitlines()
    assert totals == "違い 15件（追加 3、削除 4、名称変更 1、番号変更 1、移動 1、変更 5）"
    assert routine == (
        "年度が替わっただけの変更は載せていません（--routine で載せます）: "
        "新規・拡充・改編から継続 8件、旧名の記載がなくなる 1件、実施時期の年が進む 3件"
    )
