"""``plan history``: one program, or one basic plan, through the years; and when each began and ended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.diff import Basis
from shakyo_plan.diff.lineage import Lineage
from shakyo_plan.lookup.history.life_lines import life_lines
from shakyo_plan.lookup.history.through_years import Year, program_history
from shakyo_plan.model import Plan
from shakyo_plan.source.loading import load_bytes, sound_plan
from tests.amount import examples
from tests.conftest import Run

HEAD = "format: 1\nfiscal_year: %d\ncouncil: {name: 試験社協}\n"
YEARS = {
    2022: """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [子育て講座, 敬老会]}
      - {id: 1-2, title: 見守り, programs: [配食事業]}
programs:
  - {name: 子育て講座, schedule: 5月, budget: 30千円}
  - {name: 敬老会}
  - {name: 配食事業}
  - {name: 福祉バザー}
""",
    2023: """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 居場所, programs: [おやこの広場]}
      - {id: 1-2, title: 子育て, programs: [子育てサロン, 敬老会]}
      - {id: 1-3, title: 見守り, programs: [配食 事業]}
programs:
  - {name: 子育てサロン, formerly: [子育て講座], status: restructured, schedule: 通年（月1回）, budget: 69千円}
  - {name: 敬老会, status: discontinued}
  - {name: 配食 事業}
  - {name: おやこの広場, status: new}
""",
    2025: """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 居場所づくり, programs: [親子のひろば]}
      - {id: 1-2, title: 子育て, programs: [親子のひろば, 配食事業]}
priorities:
  - {id: 1, title: つながり, programs: [親子のひろば]}
programs:
  - {name: 親子のひろば, formerly: [子育てサロン, おやこの広場], schedule: 7月}
  - {name: 配食事業}
""",
}


def plan(year: int) -> Plan:
    text = HEAD % year + YEARS[year]
    return sound_plan(load_bytes(text.encode("utf-8"), f"{year}.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = tmp_path / "plans"
    plans.mkdir()
    for year in YEARS:
        (plans / f"{year}.yaml").write_text(HEAD % year + YEARS[year], encoding="utf-8")
    return plans


@pytest.mark.parametrize("name", ["親子のひろば", "親子の ひろば", "子のひろ"])
def test_a_program_is_followed_back_through_its_names(run: Run, folder: Path, name: str):
    result = run("history", name)
    assert (result.code, result.err) == (0, "")
    assert (
        result.out
        == """\
親子のひろば

年度               事業          区分  実施時期       予算額（円）  基本計画  重点項目
令和4年度（2022）  子育て講座    継続  5月                  30,000  1-1
令和5年度（2023）  子育てサロン  改編  通年（月1回）        69,000  1-2
令和5年度（2023）  おやこの広場  新規                               1-1
令和7年度（2025）  親子のひろば  継続  7月                          1-1 1-2   1

令和4 継続 ─ 令和5 改編・新規 ─ 令和7 継続
"""
    )


def test_a_program_is_followed_forward_from_an_old_name(run: Run, folder: Path):
    rows = json.loads(run("history", "子育て講座", "--format", "json").out)
    assert [(row["fiscal_year"], row["name"]) for row in rows] == [
        (2022, "子育て講座"),
        (2023, "子育てサロン"),
        (2025, "親子のひろば"),
    ]
    assert rows[1] == {
        "fiscal_year": 2023,
        "path": "plans/2023.yaml",
        "name": "子育てサロン",
        "aliases": [],
        "formerly": ["子育て講座"],
        "status": "restructured",
        "district": None,
        "commissioned_by": None,
        "districts": [],
        "tags": [],
        "department": None,
        "until": None,
        "schedule": "通年（月1回）",
        "budget_yen": 69000,
        "goals": [1],
        "plans": ["1-2"],
        "priorities": [],
    }


def test_a_name_from_before_the_first_plan_is_shown(run: Run, folder: Path):
    (folder / "2022.yaml").unlink()
    assert run("history", "子育てサロン").out.splitlines()[-1] == (
        "旧名は子育て講座 ─ 令和5 改編 ─ 令和7 継続"
    )


def test_a_program_that_ended_shows_where_it_is_no_longer(run: Run, folder: Path):
    assert run("history", "敬老会", "--lang", "en").out.splitlines()[-1] == (
        "令和4 continued ─ 令和5 discontinued ─ 令和7 (absent)"
    )


def test_a_basic_plan_is_followed_by_its_title_when_numbers_move(run: Run, folder: Path):
    assert (
        run("history", "１－２").out
        == """\
基本計画 1-2 子育て

年度               番号  名称    事業  加わった事業  なくなった事業
令和4年度（2022）  1-1   子育て     2
令和5年度（2023）  1-2   子育て     2
令和7年度（2025）  1-2   子育て     2  配食事業      敬老会

3年度
"""
    )
    rows = json.loads(run("history", "1-1", "--format", "json").out)
    assert [(row["fiscal_year"], row["title"]) for row in rows] == [
        (2023, "居場所"),
        (2025, "居場所づくり"),
    ]
    assert rows[1] == {
        "fiscal_year": 2025,
        "path": "plans/2025.yaml",
        "id": "1-1",
        "title": "居場所づくり",
        "programs": ["親子のひろば"],
        "added": [],
        "removed": [],
    }


def test_all_programs_with_beginning_and_end(run: Run, folder: Path):
    assert (
        run("history", "--all").out
        == """\
全事業 令和4年度（2022） から 令和7年度（2025） まで

事業          令和4–令和7  始まり  終わり  終わり方                旧名
親子のひろば  続改続                                               子育て講座・子育てサロン
敬老会        続廃・               令和5   廃止
配食事業      続続続                                               配食 事業
福祉バザー    続・・               令和4   削除
おやこの広場  ・新・       令和5   令和5   「親子のひろば」に統合

5事業。始まったもの 1、終わったもの 3。新 新規、続 継続、改 改編、廃 廃止
"""
    )


def test_two_files_of_one_year(run: Run, folder: Path):
    (folder / "2025-draft.yaml").write_text("こわれた", encoding="utf-8")
    assert run("history", "配食事業").code == 0  # the plain name is the year's plan
    (folder / "2025.yaml").rename(folder / "2025-final.yaml")
    result = run("history", "配食事業")
    assert (result.code, result.out) == (2, "")
    assert "令和7年度（2025）のファイルがいくつもあります" in result.err


def test_a_year_told_by_the_file_alone_counts_once(run: Run, folder: Path):
    (folder / "2023.yaml").rename(folder / "前の計画.yaml")
    assert run("history", "おやこの広場").out.count("令和5年度（2023）") == 1
    (folder / "2024.yaml").write_text(HEAD % 2025 + YEARS[2025], encoding="utf-8")
    result = run("history", "おやこの広場")
    assert (result.code, result.out) == (2, "")
    assert "plans/2024.yaml" in result.err
    assert "plans/2025.yaml" in result.err


def test_a_broken_file_is_named_and_no_half_history_shown(run: Run, folder: Path):
    (folder / "2023.yaml").write_text("format: 1\nfiscal_year: 2023\n", encoding="utf-8")
    result = run("history", "--all")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("plan: plans/2023.yaml:1:1: ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["おやこ広場"],
            "plan: 「おやこ広場」という事業はありません\n  → 「おやこの広場」のことですか？\n",
        ),
        (
            ["子育て"],
            "plan: 「子育て」という事業はありません\n  → 事業名にこの言葉があるもの: 子育てサロン、子育て講座\n",
        ),
        (
            ["3-1"],
            "plan: 「3-1」という基本計画はありません\n  → 指定できるもの: 1-1、1-2\n",
        ),
        (
            [],
            "plan: 事業か基本計画を指定するか、--all で全部を指定してください\n  → 例: plan history 1-5\n",
        ),
    ],
)
def test_what_is_not_there(run: Run, folder: Path, arguments: list[str], complaint: str):
    result = run("history", *arguments)
    assert (result.code, result.out, result.err) == (2, "", complaint)


def test_what_ties_two_years():
    lineage = Lineage(plan(2022), plan(2023))
    found = [(tie.old.name, tie.new.name, tie.basis) for tie in lineage.ties]
    assert found == [
        ("子育て講座", "子育てサロン", Basis.FORMERLY),
        ("敬老会", "敬老会", None),
        ("配食事業", "配食 事業", Basis.NAME),
    ]
    assert [(old.id, new.id) for old, new in lineage.basic_plans] == [
        ("1-1", "1-2"),
        ("1-2", "1-3"),
    ]


def test_a_program_that_split(run: Run, folder: Path):
    text = HEAD % 2026 + YEARS[2025].split("priorities:")[0].replace("親子のひろば", "母の会")
    text += (
        "programs:\n  - {name: 母の会, formerly: [親子のひろば]}\n"
        "  - {name: 父の会, formerly: [親子のひろば]}\n  - {name: 配食事業, aliases: [お弁当]}\n"
    )
    (folder / "2026.yaml").write_text(text, encoding="utf-8")
    rows = json.loads(run("history", "--all", "--format", "json").out)
    assert [(row["name"], row["earlier_names"], row["out_of"]) for row in rows[:1] + rows[-1:]] == [
        ("母の会", ["子育て講座", "子育てサロン", "親子のひろば"], []),
        ("父の会", [], ["親子のひろば"]),
    ]
    names = [
        row["name"] for row in json.loads(run("history", "親子のひろば", "--format", "json").out)
    ]
    assert names == [
        "子育て講座",
        "子育てサロン",
        "おやこの広場",
        "親子のひろば",
        "母の会",
        "父の会",
    ]
    assert run("history", "お弁当").code == 0


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=1, max_size=5))
def test_every_program_of_every_year_is_on_just_one_line(numbers: list[set[int]]):
    years = []
    for at, there in enumerate(numbers):
        entries = "".join(f"  - {{name: 第{n}事業}}\n" for n in sorted(there))
        text = HEAD % (2020 + at) + YEARS[2022].split("programs:\n")[0] + "programs:\n" + entries
        years.append(
            Year(sound_plan(load_bytes(text.encode("utf-8"), "x.yaml")), f"{2020 + at}.yaml")
        )
    lines = life_lines(tuple(years))
    for at, there in enumerate(numbers):
        assert {line.name for line in lines if line.statuses[at]} == {f"第{n}事業" for n in there}
    assert len({line.name for line in lines}) == len(lines)
    for line in lines:
        record = program_history(tuple(years), line.name)
        assert [each.fiscal_year for each in record] == [
            2020 + at for at, status in enumerate(line.statuses) if status
        ]
        assert (line.ended is None) == (line.last_year == 2019 + len(numbers))


def test_a_former_name_of_several_programs_means_none_of_them(run: Run, plans: Path):
    text = (plans / "2024.yaml").read_text(encoding="utf-8")
    both = "  - {name: 母の会, formerly: [親の会]}\n  - {name: 父の会, formerly: [親の会]}\n"
    (plans / "2024.yaml").write_text(text + both, encoding="utf-8")
    result = run("history", "親の会")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 「親の会」は複数の事業の旧名です: 「母の会」、「父の会」\n"
        "  → どちらの事業のことか、今の名前で書いてください\n"
    )
