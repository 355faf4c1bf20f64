"""Numbers as the council prints them: shown to people everywhere, and understood; as data, ids stay ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
format: 1
fiscal_year: 2024
council: {name: ひばり市社会福祉協議会}
labels: {plan: 施策}
numbering: {priority: ①, goal: Ⅰ, plan: （1）, section: ア}
priorities:
  - {id: 1, title: つながり, programs: [配食サービス]}
goals:
  - id: 1
    title: 支え合い
    programs: [福祉まつり]
    plans:
      - id: 1-1
        title: 見守り
        sections:
          - {title: 訪問, programs: [友愛訪問, 配食サービス]}
          - {title: 集い, programs: [配食サービス]}
      - {id: 1-2, title: 担い手, programs: []}
  - id: 2
    title: 相談
    plans:
      - {id: 2-1, title: 総合相談, programs: [心配ごと相談]}
programs:
  - {name: 福祉まつり}
  - {name: 友愛訪問}
  - {name: 配食サービス}
  - {name: 心配ごと相談}
"""


@pytest.fixture(autouse=True)
def _plan(plans: Path) -> None:
    (plans / "2024.yaml").write_text(PLAN, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Ⅱ", "Ⅱ  相談"),
        ("基本目標Ⅱ", "Ⅱ  相談"),
        ("（2）", "（2）  担い手"),
        ("Ⅰ（2）", "（2）  担い手"),
        ("施策Ⅱ（1）", "（1）  総合相談"),
        ("1-1(2)", "イ 集い"),
        ("1-1イ", "イ 集い"),
        ("Ⅰ（1）イ", "イ 集い"),
        ("重点項目①", "①  つながり"),
    ],
)
def test_a_part_is_found_by_its_printed_number(run: Run, words: str, title: str):
    assert run("show", words).out.splitlines()[0] == title


def test_a_number_that_several_parts_have_asks_which(run: Run):
    out = run("show", "（1）").out
    assert "見守り" in out
    assert "総合相談" in out


def test_options_understand_printed_numbers(run: Run):
    listed = run("programs", "--plan", "Ⅱ（1）", "--columns", "name", "--format", "csv").out
    assert listed.splitlines()[1:] == ["心配ごと相談"]
    assert "相談" in run("outline", "--goal", "Ⅱ").out
    assert run("programs", "--goal", "Ⅳ").err.startswith("plan: 「4」という基本目標はありません")
    assert run("programs", "--plan", "（1）").code == 2  # of which goal?


def test_people_read_printed_numbers_and_data_has_ids(run: Run):
    assert "\n配食サービス          Ⅰ（1）  ①\n" in run("programs").out
    (row,) = [
        row
        for row in json.loads(run("programs", "--format", "json").out)
        if row["name"] == "配食サービス"
    ]
    assert (row["goals"], row["plans"], row["priorities"]) == ([1], ["1-1"], [1])
    assert "\n配食サービス,継続,,,,,1,[1-1],1,,\r\n" in run("programs", "--format", "csv").out


def test_tables_have_printed_numbers_over_their_columns(run: Run):
    heading = run("xref", "programs").out.splitlines()[2]
    assert heading.split() == ["事業", "Ⅰ（1）", "Ⅰ（2）", "Ⅰ", "Ⅱ（1）", "計"]
    assert json.loads(run("xref", "programs", "--format", "json").out)["columns"] == [
        *("1-1", "1-2", "1", "2-1"),
    ]
    assert (
        run("xref", "programs", "--format", "csv")
        .out.splitlines()[0]
        .endswith("事業,1-1  見守り,1-2  担い手,1  支え合い,2-1  総合相談,計")
    )
    assert "Ⅰ（1）: 3  Ⅰ（2）: 0" in run("summary").out


def test_a_program_says_where_it_stands_each_part_once(run: Run):
    shown = run("show", "配食サービス").out
    assert "この事業を掲載する施策 (1)\n  Ⅰ（1）  見守り  ア 訪問、イ 集い\n" in shown
    assert "この事業を掲載する重点項目 (1)\n  ①  つながり\n" in shown
    assert "この事業を掲載する基本目標 (1)\n  Ⅰ  支え合い\n" in run("show", "福祉まつり").out
    assert "主な事業 (1)\n  福祉まつり\n" in run("show", "Ⅰ").out
