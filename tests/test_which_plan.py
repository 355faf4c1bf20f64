"""Which plan is meant, from any folder; and what is said when there is none."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import SMALL, Run


def put(folder: Path, name: str, year: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(SMALL.replace("2024", str(year)), encoding="utf-8")


def year_of(run: Run, *arguments: str) -> str:
    result = run("programs", *arguments)
    assert result.code == 0, result.err
    return re.match(r"\S+年度（(\d+)）", result.out)[1]  # type: ignore[index]


def test_the_newest_year_is_meant(run: Run, plans: Path):
    put(plans, "2023.yaml", 2023)
    put(plans, "R7.yaml", 2025)
    assert year_of(run) == "2025"


@pytest.mark.parametrize("written", ["2023", "R5", "令和5年度", "令和５"])
def test_a_year_is_named_as_people_write_it(run: Run, plans: Path, written: str):
    put(plans, "2023.yaml", 2023)
    assert year_of(run, "--year", written) == "2023"
    assert year_of(run, "-y", written) == "2023"


def test_the_nearest_folder_upwards_is_found(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    deep = plans / "資料" / "下書き"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert year_of(run) == "2024"


def test_the_folder_can_be_named(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    put(tmp_path / "甲", "2020.yaml", 2020)
    put(tmp_path / "乙", "2021.yaml", 2021)
    put(tmp_path / "丙", "2022.yaml", 2022)
    (tmp_path / "shakyo-plan.toml").write_text('plans-dir = "甲"\n', encoding="utf-8")
    assert year_of(run) == "2020"
    monkeypatch.setenv("PLAN_DIR", "乙")
    assert year_of(run) == "2021"
    assert year_of(run, "--plans-dir", "丙") == "2022"


def test_a_file_is_named_or_comes_in_through_a_pipe(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    put(tmp_path, "案.yaml", 2030)
    assert year_of(run, "--file", "案.yaml") == "2030"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    assert year_of(run, "-f", "-") == "2024"


def test_a_draft_beside_the_plan_does_not_stand_in_for_it(run: Run, plans: Path):
    put(plans, "2024-案.yaml", 2024)
    assert year_of(run) == "2024"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--year", "2030"], "plan: 令和12年度（2030）の計画はありません\n  → 計画がある年度: 令和6年度（2024）\n"),
        (["--year", "来年"], "plan: 「来年」は年度として読めません\n  → 2024、R6、令和6、令和6年度 のように書いてください\n"),
        (["--year", "R6", "--file", "x"], "plan: --file と --year は、同時には使えません\n  → どちらか1つにしてください\n"),
        (["--plans-dir", "無い"], "plan: 無い というフォルダーはありません\n"
         "  → --plans-dir、PLAN_DIR または設定ファイルで指定されています。書き方を確認してください\n"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_with_what_is(
    run: Run, plans: Path, arguments: list[str], expected: str
):
    result = run("summary", *arguments)
    assert (result.code, result.out, result.err) == (2, "", expected)


def test_two_files_for_one_year_are_not_guessed_between(run: Run, plans: Path):
    put(plans, "2025-甲.yaml", 2025)
    put(plans, "2025-乙.yaml", 2025)
    result = run("summary")
    assert result.code == 2
    assert result.err.startswith("plan: 令和7年度（2025）のファイルがいくつもあります: ")


@pytest.mark.parametrize("command", ["validate", "summary", "programs"])
def test_no_folder_says_where_it_looked_and_what_to_do(run: Run, tmp_path: Path, command: str):
    result = run(command)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"plan: 計画フォルダーが見つかりません。{tmp_path} にも、その上のフォルダーにも「plans」がありません\n"
        "  → 「plans」のあるフォルダーへ移るか、--plans-dir フォルダー で指定してください\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lang = 1\n", "plan: {path}: lang must be text\n"
         "  → Write for example: lang = \"ja\"\n"),
        ("langauge = 'ja'\n", "plan: {path}: unknown key langauge\n"
         "  → Possible values: lang, plans-dir, select, ignore, severity, notation, baseline, import\n"),
        ("ignore = 'P2'\n", "plan: {path}: ignore must be a list of texts\n"
         "  → Write for example: ignore = [\"P301\"]\n"),
        ("notation = [['サロン']]\n",
         "plan: {path}: notation must be a list of word groups\n"
         "  → Write for example: notation = [[\"サロン\", \"サークル\"]]\n"),
        ("lang = 'de'\n", "plan: There is no language “de”\n  → Available: en, ja\n"),
        ("lang = \n", "plan: {path}: cannot be read (Invalid value (at line 1, column 8))\n"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: str
):
    monkeypatch.setenv("LANG", "C")
    path = tmp_path / "shakyo-plan.toml"
    path.write_text(text, encoding="utf-8")
    result = run("summary")
    assert (result.code, result.err) == (2, expected.format(path=path))


def test_a_wrong_configuration_is_told_in_the_language_asked_for(run: Run, tmp_path: Path):
    (tmp_path / "shakyo-plan.toml").write_text("plan-dir = 'x'\n", encoding="utf-8")
    assert run("summary", "--lang", "en").err.startswith(f"plan: {tmp_path}")


def test_the_language_is_chosen_in_order(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def verdict(*arguments: str) -> str:
        return run("validate", *arguments).out.split("。")[0].split("):")[0]

    assert verdict() == "1ファイルを確認しました"
    monkeypatch.setenv("LANG", "C")
    assert verdict() == "All checks passed (1 file"
    (tmp_path / "pyproject.toml").write_text('[tool.shakyo-plan]\nlang = "ja"\n', encoding="utf-8")
    assert verdict() == "1ファイルを確認しました"
    monkeypatch.setenv("PLAN_LANG", "en")
    assert verdict() == "All checks passed (1 file"
    assert verdict("--lang", "ja") == "1ファイルを確認しました"
    assert verdict("--lang=ja") == "1ファイルを確認しました"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("pyproject.toml", "[tool]\nshakyo-plan = 3\n",
         "plan: {path}: tool.shakyo-plan には表を書いてください\n"
         "  → [tool.shakyo-plan] と書いてください\n"),
        ("shakyo-plan.toml", "notation = " + "[" * 100_000,
         "plan: {path}: 設定ファイルを読めません（maximum recursion depth exceeded）"),
    ],
)  # fmt: skip
def test_whatever_the_configuration_holds_it_is_told(
    run: Run, plans: Path, name: str, text: str, told: str
):
    path = plans.parent / name
    path.write_text(text, encoding="utf-8")
    result = run("summary")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(told.format(path=path))
    assert len(result.err.splitlines()) <= 2


def test_a_pyproject_of_others_is_left_alone(run: Run, plans: Path):
    text = 'tool = "shakyo-plan"\n# [tool.shakyo-plan]\n'
    (plans.parent / "pyproject.toml").write_text(text, encoding="utf-8")
    assert run("summary").code == 0


def test_a_folder_that_cannot_be_read_is_told(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    for command in ("summary", "validate"):
        result = run(command)
        assert (result.code, result.out) == (2, "")
        assert result.err == f"plan: フォルダー {plans.name} を読めません: Permission denied\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let the folder one is in be removed")
def test_a_folder_that_is_gone_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "消えた").mkdir()
    monkeypatch.chdir(tmp_path / "消えた")
    (tmp_path / "消えた").rmdir()
    result = run("summary")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 今いるフォルダーが、すでにありません\n  → cd などで、ほかのフォルダーに移ってください\n"
    )


@pytest.mark.parametrize(
    "name", [".2025.yaml", "._2024.yaml", "~$2024.yaml", ".#2024.yaml", ".~lock.2025.yaml"]
)
def test_what_a_program_keeps_for_itself_is_no_plan(run: Run, plans: Path, name: str):
    (plans / name).write_bytes(b"\0\5\26\7Mac OS X")
    for command in (
        ["validate"],
        ["summary"],
        ["query", "SELECT 1"],
        ["history", "--all"],
        ["fmt"],
    ):
        assert run(*command).code == 0, command
    (plans / "2024.yaml").unlink()
    assert run("init", "--council", "試験社協", "--year", "2025").code == 0


def test_a_hidden_file_that_is_named_is_read(run: Run, plans: Path):
    (plans / "2024.yaml").rename(plans / ".下書き.yaml")
    assert run("validate", "plans/.下書き.yaml").code == 0


def test_each_file_is_checked_once_however_it_is_named(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(SMALL + "  - name: 福祉バス\n", encoding="utf-8")
    names = ["plans", "plans/2024.yaml", "./plans/2024.yaml", str(plans / "2024.yaml")]
    if os.name != "nt":
        Path("link.yaml").symlink_to("plans/2024.yaml")
        names.append("link.yaml")
    found = run("validate", *names, "--format", "concise").out.splitlines()
    assert len(found) == 2
    assert found[1] == "1ファイルを確認しました（注意 1件）"
    assert run("fmt", "--check", *names).err.count("1ファイル") == 1


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes both for one")
def test_a_name_whose_letters_are_composed_otherwise_is_offered(run: Run, plans: Path):
    (plans / unicodedata.normalize("NFD", "がんばる計画.yaml")).write_text(SMALL, encoding="utf-8")
    result = run("summary", "-f", unicodedata.normalize("NFC", "plans/がんばる計画.yaml"))
    assert result.code == 2
    assert "文字の組み立て方だけが違うファイルがあります: plans/" in result.err


@pytest.mark.parametrize(
    "text",
    [
        ".".join("x" * 10_000),
        "[" + ".".join("x" * 10_000) + "]",
        "lang = {" + ".".join("x" * 10_000) + " = 1}",
        " . ".join(['"x y"'] * 10_000) + " = 1",
        "notation = " + "[" * 100_000,
        "lang = '" + "x" * 1_100_000 + "'",
    ],
    ids=["dotted", "table", "inline", "quoted", "nested", "large"],
)
def test_a_configuration_that_would_take_all_memory_is_refused(run: Run, plans: Path, text: str):
    Path("shakyo-plan.toml").write_text(text, encoding="utf-8")
    result = run("summary")
    assert (result.code, result.out) == (2, "")
    assert "shakyo-plan.toml: 設定ファイルを読めません" in result.err


def test_dots_in_a_text_of_a_configuration_are_no_key(run: Run, plans: Path):
    dots = '[["' + "甲。. " * 50 + '", "乙"]]'
    Path("shakyo-plan.toml").write_text(f"notation = {dots}\n", encoding="utf-8")
    assert run("summary").code == 0


def test_a_pyproject_of_somebody_else_is_no_matter(run: Run, plans: Path):
    for text in ("tool. " * 20_000, "[tool.x]\n" + ".".join("x" * 10_000), "tool" * 3_000_000):
        Path("pyproject.toml").write_text(text, encoding="utf-8")
        assert run("summary").code == 0


@pytest.mark.parametrize("key", ["plans-dir", "baseline"])
def test_a_setting_that_can_be_no_path_is_told(run: Run, plans: Path, key: str):
    Path("shakyo-plan.toml").write_text(f'{key} = "a\\u0000b"\n', encoding="utf-8")
    for more in ([], ["--write-baseline"]):
        assert run("validate", *(["plans"] if key == "baseline" else []), *more).code == 2


@pytest.mark.skipif(os.name == "nt", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("programs >&-", 0, ""),
        ("summary --format json >&-", 0, ""),
        ("programs -o a.csv >&- 2>&-", 0, ""),
        ("validate - <&-", 2, "標準入力が閉じられています"),
        ("query - <&-", 2, "標準入力が閉じられています"),
        ("init 別の場所 <&-", 2, "--council"),
        ("validate <&- >&- 2>&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_bug(plans: Path, command: str, code: int, words: str):
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m shakyo_plan {command}"],
        cwd=plans.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    assert words in done.stderr
    assert "不具合" not in done.stderr


def test_validate_takes_a_year_as_other_commands_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    put(tmp_path / "plans", "2024.yaml", 2024)
    for year in ("2024", "R6", "令和６年度"):
        assert run("validate", year).code == 0
    assert run("validate", "2030").code == 2


def test_a_plan_saved_with_a_second_ending_is_told_by_name(run: Run, tmp_path: Path):
    (tmp_path / "2025.yaml.txt").write_text("format: 1\n", encoding="utf-8")
    result = run("summary", "--plans-dir", str(tmp_path))
    assert result.code == 2
    assert "2025.yaml.txt の名前を 2025.yaml に変えてください" in result.err
