"""The Python API: docs/api.md is true, and typed for those who use it."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import assert_type

import pytest

from shakyo_plan import BrokenPlan, load, load_folder
from shakyo_plan.errors import UserError
from shakyo_plan.model import BasicPlan, Plan, Priority, Program
from shakyo_plan.values.schedule import Month
from tests.conftest import REAL, ROOT, SMALL

PAGE = ROOT / "docs" / "api.md"


def test_every_example_of_the_page_is_true(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```pycon\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 6
    session = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "api.md", str(PAGE), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(session, out=said.append)
    assert result.failed == 0, "".join(said)


def test_the_api_is_typed():
    # mypy reads this, too: a type that is wrong or lost fails there.
    plan = assert_type(load(REAL), Plan)
    assert_type(load_folder(REAL.parent), tuple[Plan, ...])
    assert_type(plan.programs_of("1-5"), tuple[Program, ...])
    assert_type(plan.plans_of("就労体験事業"), tuple[BasicPlan, ...])
    assert_type(plan.priorities_of("就労体験事業"), tuple[Priority, ...])
    assert_type(plan.months_of("就労体験事業"), tuple[Month, ...])
    assert_type(plan.program("就労体験事業").budget_yen, int | None)
    assert (ROOT / "src" / "shakyo_plan" / "py.typed").is_file()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("男の料理教室", "男の料理教室"),
        ("日常生活自立支援事業 あんしんサポート", "日常生活自立支援事業（あんしんサポート）"),
        ("日常生活自立支援事業(ｱﾝｼﾝｻﾎﾟｰﾄ)", None),
        ("成年後見(法人後見)事業", "成年後見（法人後見）事業"),
        ("介護講座", "ふくしの教室"),
        ("料理", None),
    ],
)
def test_a_program_is_known_by_all_its_names_and_no_part_of_one(asked: str, found: str | None):
    plan = load(REAL)
    if found is None:
        with pytest.raises(KeyError, match=re.escape(asked)):
            plan.program(asked)
    else:
        assert plan.program(asked) is plan.registry[found]


def test_a_name_of_its_own_goes_before_an_alias_of_another(plans: Path):
    text = SMALL + "    aliases: [サロン]\n  - name: （サロン）\n"
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert load(plans / "2024.yaml").program("サロン").name == "（サロン）"


@pytest.mark.parametrize("plan_id", ["1-5", "１－５", "1‐5", " 1ー5 "])
def test_ids_are_understood_however_they_are_typed(plan_id: str):
    plan = load(REAL)
    assert len(plan.programs_of(plan_id)) == 14
    assert plan.basic_plan(plan_id).title.startswith("生活困窮者対策")


def test_what_does_not_exist_is_a_key_error():
    plan = load(REAL)
    for look_up in (plan.plans_of, plan.priorities_of, plan.months_of, plan.program):
        with pytest.raises(KeyError, match="ない事業"):
            look_up("ない事業")
    for find in (plan.programs_of, plan.basic_plan):
        with pytest.raises(KeyError, match="9-9"):
            find("9-9")


def test_a_program_that_a_plan_cites_twice_has_that_plan_once(plans: Path):
    text = SMALL.replace(
        "          - 子育てサロン\n", "          - 子育てサロン\n          - 子育てサロン\n"
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    plan = load(plans / "2024.yaml")
    assert [each.id for each in plan.plans_of("子育てサロン")] == ["1-1"]
    assert plan.priorities_of("子育てサロン") == ()
    assert plan.months_of("子育てサロン") == ()


def test_a_folder_is_loaded_by_fiscal_year(plans: Path):
    (plans / "a.yaml").write_text(SMALL.replace("2024", "2026"), encoding="utf-8")
    (plans / "b.yml").write_text(SMALL.replace("2024", "2025"), encoding="utf-8")
    loaded = load_folder("plans")
    assert [plan.fiscal_year for plan in loaded] == [2024, 2025, 2026]


def test_errors_are_sentences_in_english(plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL.replace("title: 子育て", "titel: 子育て"), encoding="utf-8"
    )
    with pytest.raises(BrokenPlan) as broken:
        load_folder(plans)
    assert str(broken.value) == (
        f"{plans / '2024.yaml'}:11:9: basic plan 1-1 has no key named titel"
    )
    assert [each.code for each in broken.value.loaded.findings] == ["P021"]
    with pytest.raises(UserError, match="There is no folder nowhere"):
        load_folder("nowhere")
