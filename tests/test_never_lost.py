"""Nothing that a person wrote is lost: not under another name, not through a setting, not in a race."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import pytest

from shakyo_plan.errors import UserError
from shakyo_plan.source import writing
from shakyo_plan.source.outputs import write_output
from tests.conftest import SMALL, Run

UNTIDY = SMALL.replace("- id: 1\n", "- id:   1\n")
posix = pytest.mark.skipif(os.name == "nt", reason="links and modes are of another kind on Windows")

MAY_BE_A_PLAN = "は計画ファイルかもしれないので、上書きしません"


@posix
@pytest.mark.parametrize("link", ["out.csv", "out.html", "out.json", "out"])
def test_an_output_is_never_written_through_a_link_to_a_plan(run: Run, plans: Path, link: str):
    Path(link).symlink_to("plans/2024.yaml")
    result = run("programs", "-o", link, "--format", "csv")
    assert result.code == 2
    assert MAY_BE_A_PLAN in result.err
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize("command", ["programs", "summary", "validate", "outline", "export"])
@pytest.mark.parametrize(
    "text",
    [
        SMALL,
        "\ufeff" + SMALL,
        SMALL.replace("\n", "\r\n"),
        json.dumps({"format": 1, "fiscal_year": 2024, "council": {"name": "甲"}}, indent=2),
        "{format: 1, fiscal_year: 2024, council: {name: 甲}, goals: [], programs: []}",
    ],
)
def test_what_holds_a_plan_is_no_output_whatever_its_name(
    run: Run, plans: Path, tmp_path: Path, command: str, text: str
):
    names = {"export": "plan.docx", "outline": "plan.md"}
    path = tmp_path / names.get(command, "plan.json")
    path.write_text(text, encoding="utf-8", newline="")
    result = run(command, "-o", str(path), *(("-f", "plan.json") if command == "programs" else ()))
    assert result.code != 0
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("name", ["2024.yaml.", "2024.yaml ", "2024.yml. .", "2024.YAM"])
def test_the_other_names_that_windows_has_for_a_plan_are_no_outputs(tmp_path: Path, name: str):
    # Opened by such a name, Windows gives the plan: so what it holds tells, or the name without its end.
    path = tmp_path / name
    path.write_text(SMALL, encoding="utf-8")
    with pytest.raises(UserError):
        write_output(path, "x")
    assert path.read_text(encoding="utf-8") == SMALL


def test_every_output_may_be_written_again(run: Run, plans: Path):
    outputs = [
        ("programs", "a.csv"), ("programs", "a.json"), ("programs", "a.html"), ("programs", "a.md"),
        ("summary", "b.json"), ("summary", "b.csv"), ("schema", "c.json"), ("outline", "d.html"),
        ("validate", "e.json"), ("rule", "f.md"), ("export", "g.docx"), ("export", "h.html"),
    ]  # fmt: skip
    for command, name in outputs * 2:
        assert run(command, "-o", name).code == 0, (command, name)
    diff = ("diff", "plans/2024.yaml", "plans/2024.yaml", "--format", "json", "-o", "i.json")
    assert [run(*diff).code, run(*diff).code] == [0, 0]
    sql = ("query", "SELECT 1 AS format, 2024 AS fiscal_year", "-o", "j.csv")
    assert [run(*sql).code, run(*sql).code] == [0, 0]


@pytest.mark.parametrize("name", ["plans/2024.yaml", "大事.txt", ".bashrc"])
def test_a_baseline_is_written_over_a_baseline_only(run: Run, plans: Path, name: str):
    Path("大事.txt").write_text("大事", encoding="utf-8")
    Path(".bashrc").write_text("alias ll='ls -l'\n", encoding="utf-8")
    before = Path(name).read_bytes()
    result = run("validate", "--write-baseline", "--baseline", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"plan: {name} は指摘の記録ではないため、上書きしません\n")
    assert Path(name).read_bytes() == before


def test_a_configuration_changes_nothing_outside_its_folder(run: Run, tmp_path: Path):
    home, inside = tmp_path / "home", tmp_path / "got"
    (home / "plans").mkdir(parents=True)
    inside.mkdir()
    (home / "plans" / "2024.yaml").write_text(UNTIDY, encoding="utf-8")
    (inside / "shakyo-plan.toml").write_text(
        f'plans-dir = "../home/plans"\nbaseline = "{(home / "b.json").as_posix()}"\n', "utf-8"
    )
    os.chdir(inside)
    for command in (
        ["fmt"],
        ["validate", "--fix"],
        ["validate", "--unsafe-fixes"],
        ["validate", "--write-baseline"],
        ["new", "2025"],
    ):
        result = run(*command)
        assert result.code == 2, command
        assert "設定のあるフォルダーの外です" in result.err, command
    assert [path.name for path in (home / "plans").iterdir()] == ["2024.yaml"]
    assert (home / "plans" / "2024.yaml").read_text(encoding="utf-8") == UNTIDY
    assert not (home / "b.json").exists()
    # Reading there stays possible, and so does writing what was typed.
    assert run("summary").code == 0
    assert run("fmt", "--check").code == 1
    assert run("fmt", "../home/plans").code == 0
    assert run("new", "2025", "--plans-dir", "../home/plans").code == 0
    assert run("validate", "--write-baseline", "--baseline", "../home/b.json").code == 0


@posix
def test_a_link_does_not_lead_a_configuration_outside(run: Run, plans: Path, tmp_path: Path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside.json"
    (tmp_path / "b.json").symlink_to(outside)
    (tmp_path / "shakyo-plan.toml").write_text('baseline = "b.json"\n', encoding="utf-8")
    assert run("validate", "--write-baseline").code == 2
    assert not outside.exists()


@posix
def test_a_plan_that_is_read_only_stays_as_it_is(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    path.chmod(0o444)
    result = run("fmt")
    assert result.code == 2
    assert "plan: plans/2024.yaml に書き込めません（読み取り専用です）\n" in result.err
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


@posix
def test_a_plan_with_two_names_is_not_torn_in_two(run: Run, plans: Path, tmp_path: Path):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    (tmp_path / "別名.yaml").hardlink_to(path)
    result = run("fmt")
    assert result.code == 2
    assert "名前がいくつもあり（ハードリンク）" in result.err
    assert path.read_text(encoding="utf-8") == UNTIDY


@posix
def test_what_is_rewritten_keeps_its_mode_but_runs_as_nobody_else(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    path.chmod(0o6754)
    assert run("fmt").code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o754


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives away")
def test_what_is_rewritten_keeps_its_owner(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch):
    path = plans / "2024.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    os.chown(path, 12345, 23456)

    def refused(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as without_rights:
        without_rights.setattr(os, "chown", refused)
        result = run("fmt")
        assert (result.code, "持ち主が別の人です" in result.err) == (2, True)
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert run("fmt").code == 0
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)
    assert path.read_text(encoding="utf-8") != UNTIDY


@pytest.mark.parametrize("command", [("fmt",), ("validate", "--fix")])
def test_what_somebody_saves_meanwhile_is_not_overwritten(
    run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
):
    text = UNTIDY.replace("- 子育てサロン\n", "- 子育てサロン\n          - 子育てサロン\n", 1)
    saved = text.replace("試験社協", "保存したばかりの社協")
    path = plans / "2024.yaml"
    path.write_text(text, encoding="utf-8")
    beside = writing._beside

    def save_meanwhile(*given: object) -> object:
        path.write_text(saved, encoding="utf-8")
        return beside(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_beside", save_meanwhile)
    result = run(*command)
    assert result.code == 2
    assert "plan: plans/2024.yaml はその間に書き換えられたため、そのままにします\n" in result.err
    assert path.read_text(encoding="utf-8") == saved
    assert [each.name for each in plans.glob("[!.]*")] == ["2024.yaml"]


def test_of_two_who_write_a_new_file_one_fails(tmp_path: Path):
    path, failed = tmp_path / "2025.yaml", []
    start = threading.Barrier(8)

    def write(number: int) -> None:
        start.wait()
        try:
            writing.write_new(path, f"{number}\n" * 1000)
        except UserError:
            failed.append(number)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(failed) == 7
    (won,) = set(range(8)) - set(failed)
    assert path.read_text(encoding="utf-8") == f"{won}\n" * 1000
    assert [each.name for each in tmp_path.iterdir()] == ["2025.yaml"]


@posix
def test_a_new_file_is_whole_where_a_disk_knows_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refused)
    writing.write_new(tmp_path / "2025.yaml", "新しい")
    with pytest.raises(UserError):
        writing.write_new(tmp_path / "2025.yaml", "もっと新しい")
    assert (tmp_path / "2025.yaml").read_text(encoding="utf-8") == "新しい"


@posix
@pytest.mark.parametrize("name", ["loop.csv", "あ" * 300, "ない/x.csv", "."])
def test_an_output_that_cannot_be_says_why(run: Run, plans: Path, tmp_path: Path, name: str):
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    result = run("programs", "--format", "csv", "-o", name)
    assert (result.code, result.out) == (2, "")
    assert "に書き込めません（" in result.err
