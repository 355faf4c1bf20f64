"""plans/2024.yaml holds the whole printed plan: the counts of a careful reader."""

from __future__ import annotations

import pytest

from shakyo_plan import load
from shakyo_plan.lookup.summary.counts import summarize
from shakyo_plan.model import Commission, Plan, ProgramGroup, Status, cited
from tests.conftest import REAL


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load(REAL)


def test_head(plan: Plan):
    assert plan.fiscal_year == 2024
    assert plan.council.name == "社会福祉法人 いわき市社会福祉協議会"
    assert plan.council.districts == (
        *(
            "平",
            "小名浜",
            "勿来",
            "常磐",
            "内郷",
            "四倉",
            "遠野",
            "小川",
            "好間",
            "田人",
            "三和",
            "川前",
        ),
        "久之浜・大久",
    )
    assert REAL.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../schema/plan.schema.json\n"
    )


def test_priorities(plan: Plan):
    assert [len(each.actions) for each in plan.priorities] == [2, 2, 3, 3]
    assert [len(list(cited(each.programs))) for each in plan.priorities] == [15, 6, 8, 0]


def test_basic_plans(plan: Plan):
    assert [len(goal.plans) for goal in plan.goals] == [7, 10, 3]
    assert [each.id for each in plan.basic_plans] == [
        *("1-1", "1-2", "1-3", "1-4", "1-5", "1-6", "1-7"),
        *("2-1", "2-2", "2-3", "2-4", "2-5", "2-6", "2-7", "2-8", "2-9", "2-10"),
        *("3-1", "3-2", "3-3"),
    ]
    assert sum(len(each.sections) for each in plan.basic_plans) == 35


def test_citations(plan: Plan):
    assert [len(list(cited(each.programs))) for each in plan.basic_plans] == [
        *(0, 5, 10, 13, 14, 7, 4),
        *(8, 8, 13, 10, 12, 12, 4, 4, 3, 6),
        *(5, 3, 6),
    ]
    groups = [
        listed
        for each in plan.basic_plans
        for listed in each.programs
        if isinstance(listed, ProgramGroup)
    ]
    assert len(groups) == 8
    assert summarize(plan).citations == 147


def test_programs(plan: Plan):
    names = [program.name for program in plan.programs]
    cited_names = {
        citation.name for each in plan.basic_plans for citation, _ in cited(each.programs)
    }
    assert len(names) == len(set(names)) == 56
    assert set(names) - cited_names == {"ボランティア育成研修会・連絡会"}
    assert cited_names <= set(names)


def test_marks(plan: Plan):
    def named(**marks: object) -> list[str]:
        return [
            program.name
            for program in plan.programs
            if all(getattr(program, key) == value for key, value in marks.items())
        ]

    assert len(named(status=Status.NEW)) == 7
    assert named(status=Status.RESTRUCTURED) == ["ふくしの教室"]
    assert len(named(commissioned_by=Commission.CITY)) == 5
    assert len(named(commissioned_by=Commission.PREFECTURAL_SHAKYO)) == 3
    districts = [program.district for program in plan.programs if program.district]
    assert sorted(districts) == ["内郷", "内郷", "好間", "川前", "常磐", "常磐", "遠野"]
    assert [(each.name, each.budget, each.budget_yen) for each in plan.programs if each.budget] == [
        ("ボランティア活動活発化事業", "69千円", 69_000)
    ]


def test_management(plan: Plan):
    assert [len(section.items) for section in plan.management] == [5, 7, 4]


@pytest.mark.parametrize(
    "misprint",
    [
        "ともいいき",
        "観賞会",
        "カワエ",
        "支え合い福祉マップ作成事\n",
        "業緊急連絡カード",
        "1－",
        "**",
        "<p>",
    ],
)
def test_no_misprint_is_carried_over(misprint: str):
    assert misprint not in REAL.read_text(encoding="utf-8")


def test_the_python_door_gives_the_programs_of_a_plan(plan: Plan):
    assert [program.name for program in plan.programs_of("3-2")] == [
        "介護保険（在宅サービス）事業",
        "障がい福祉サービス事業",
        "身体障がい者訪問入浴サービス事業",
    ]
    with pytest.raises(KeyError):
        plan.programs_of("9-9")
