"""Files are written whole or not at all, and only those that were named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shakyo_plan.errors import UserError
from shakyo_plan.source.outputs import write_output
from shakyo_plan.source.writing import write_new, write_whole


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "計画.yaml"
    path.write_text("古い", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "新しい\r\n")
    assert path.read_bytes() == "新しい\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["計画.yaml"]


def test_a_link_stays_a_link(tmp_path: Path):
    (tmp_path / "本体.yaml").write_text("古い", encoding="utf-8")
    link = tmp_path / "2024.yaml"
    link.symlink_to("本体.yaml")
    write_whole(link, "新しい")
    assert link.is_symlink()
    assert (tmp_path / "本体.yaml").read_text(encoding="utf-8") == "新しい"


def test_a_write_that_breaks_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "2024.yaml"
    path.write_text("古い", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError):
        write_whole(path, "新しい")
    assert path.read_text(encoding="utf-8") == "古い"
    assert [each.name for each in tmp_path.iterdir()] == ["2024.yaml"]


def test_what_is_there_is_not_overwritten_by_a_new_file(tmp_path: Path):
    path = tmp_path / "2025.yaml"
    path.write_text("大事", encoding="utf-8")
    with pytest.raises(UserError):
        write_new(path, "空")
    assert path.read_text(encoding="utf-8") == "大事"


def test_an_output_replaces_an_output_but_never_a_plan(tmp_path: Path):
    output, plan = tmp_path / "一覧.csv", tmp_path / "2024.YML"
    for path in (output, plan):
        path.write_text("前の", encoding="utf-8")
    write_output(output, "次の")
    with pytest.raises(UserError):
        write_output(plan, "次の")
    assert output.read_text(encoding="utf-8") == "次の"
    assert plan.read_text(encoding="utf-8") == "前の"


@pytest.mark.parametrize("name", [".", "ない/2024.csv"])
def test_folders_and_missing_folders_are_told(tmp_path: Path, name: str):
    with pytest.raises(UserError):
        write_output(tmp_path / name, "")
