"""``plan init``: a council with nothing gets files that are sound, and loses none that it has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from shakyo_plan.config import find_config
from shakyo_plan.lint.engine import lint
from shakyo_plan.source.document import read_document
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load, load_file
from tests.conftest import Run


def test_a_folder_is_begun(run: Run, tmp_path: Path):
    result = run("init", "--council", "社会福祉法人 試験市社会福祉協議会", "--year", "R7")
    assert result.code == 0
    assert result.err == (
        "plans/2025.yaml に書き出しました\n"
        "shakyo-plan.toml に書き出しました\n"
        ".gitattributes に書き出しました\n"
    )
    assert (
        result.out
        == """\
次にすること:
  plans/2025.yaml をエディターで開き、例の言葉を自分たちの計画に書き換える
  plan validate で確認する
  plan summary で全体を見る
"""
    )
    path = tmp_path / "plans" / "2025.yaml"
    plan = load(path)
    assert (plan.fiscal_year, plan.council.name) == (2025, "社会福祉法人 試験市社会福祉協議会")
    assert path.read_text(encoding="utf-8").startswith("# 令和7年度 事業計画書の計画ファイル\n")
    assert lint([load_file(path)]).diagnostics == ()
    assert run("validate").out == "1ファイルを確認しました。指摘はありません: plans/2025.yaml\n"
    config = find_config(tmp_path)
    assert (config.lang, config.plans_dir) == ("ja", tmp_path / "plans")
    attributes = (tmp_path / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert [line for line in attributes if not line.startswith("#")] == [
        "*.yaml text eol=lf",
        "*.toml text eol=lf",
        "plans/*.yaml diff=plan",
    ]


def test_the_plan_to_fill_in_has_the_canonical_layout(run: Run, tmp_path: Path):
    run("init", "--council", "試験社協", "--year", "2024")
    raw = (tmp_path / "plans" / "2024.yaml").read_bytes()
    assert formatted(read_document(raw)) == raw.decode("utf-8")


def test_every_setting_that_stands_as_an_example_can_be_taken_up(run: Run, tmp_path: Path):
    run("init", "--council", "試験社協", "--year", "2024")
    path = tmp_path / "shakyo-plan.toml"
    taken = [
        line.removeprefix("# ") if " = " in line else line
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    path.write_text("\n".join(taken), encoding="utf-8")
    assert len(tomllib.loads("\n".join(taken))) == 5
    assert run("validate").code == 0


@pytest.mark.parametrize(
    "council", ["「社協」: 試験 # 1", "- 社協", "'社協'", '"', "{社協}", "2024", "社協\n二行目"]
)
def test_any_name_of_a_council_is_written_as_a_text(run: Run, tmp_path: Path, council: str):
    assert run("init", "--council", council, "--year", "2030").code == 0
    assert load(tmp_path / "plans" / "2030.yaml").council.name == council


@pytest.mark.parametrize(
    ("service", "path"),
    [("github", ".github/workflows/plan.yml"), ("gitlab", ".gitlab-ci.yml")],
)
def test_a_file_for_ci_on_request(run: Run, tmp_path: Path, service: str, path: str):
    arguments = ["init", "社協", "--council", "試験社協", "--year", "R7", "--ci", service]
    assert f"社協/{path} に書き出しました\n" in run(*arguments).err.replace("\\", "/")
    text = (tmp_path / "社協" / path).read_text(encoding="utf-8")
    assert "plan validate" in str(YAML(typ="safe").load(text))
    assert (tmp_path / "社協" / "plans" / "2025.yaml").is_file()


def test_what_is_there_stays(run: Run, tmp_path: Path):
    (tmp_path / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    result = run("init", "--council", "試験社協", "--year", "2025")
    assert "すでにあるので、そのままにしました: .gitattributes\n" in result.err
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    plan = tmp_path / "plans" / "2025.yaml"
    plan.write_text("大事なもの", encoding="utf-8")
    result = run("init", "--council", "試験社協", "--year", "2026")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 計画がすでにあります: plans/2025.yaml\n  → 新年度の計画は「plan new」で作ります\n"
    )
    assert [path.name for path in plan.parent.iterdir()] == ["2025.yaml"]


def test_nothing_is_asked_through_a_pipe(run: Run, tmp_path: Path):
    result = run("init", "--year", "2025")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --council がありません\n  → 例: plan init --council ○○市社会福祉協議会 --year R7\n"
    )
    assert run("init", "--council", "試験社協", "--year", "いつか").code == 2
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path):
    (tmp_path / "社協").write_text("ファイル", encoding="utf-8")
    result = run("init", "社協", "--council", "試験社協", "--year", "2025")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == "plan: フォルダー 社協/plans を作れません: 途中に同じ名前のファイルがあります\n"
    )


def test_the_next_steps_begin_in_the_new_folder(run: Run):
    out = run("init", "社協 計画", "--council", "試験社協", "--year", "R7").out
    assert out.splitlines()[-4:] == [
        '  cd "社協 計画"',
        "  plans/2025.yaml をエディターで開き、例の言葉を自分たちの計画に書き換える",
        "  plan validate で確認する",
        "  plan summary で全体を見る",
    ]


@pytest.mark.parametrize(
    ("council", "year", "message"),
    [
        (" ", "2025", "plan: 名称が空です\n"),
        ("　", "R7", "plan: 名称が空です\n"),
        ("甲社協", "9999", "plan: "),
    ],
)
def test_a_plan_that_would_not_be_sound_is_not_written(
    run: Run, tmp_path: Path, council: str, year: str, message: str
):
    result = run("init", "新しい社協", "--council", council, "--year", year)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    assert not (tmp_path / "新しい社協").exists()
