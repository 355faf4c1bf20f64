"""Last year's plan settles spellings; a plan that exists takes in what a document adds."""

from __future__ import annotations

from pathlib import Path

from shakyo_plan.source.loading import load
from tests.conftest import REAL, Run
from tests.imports import imported
from tests.printed_document import printed_plan

NEXT = printed_plan().replace("令和6年度", "令和7年度")


def test_last_year_s_registry_settles_spellings():
    draft = imported(NEXT, lambda _: load(REAL))
    names = {program["name"] for program in draft.data["programs"]}
    assert draft.data["fiscal_year"] == 2025
    assert "ふれあい・ともいき映画鑑賞会" in names
    assert "ふれあい・ともいいき映画観賞会" not in names
    assert names <= {program.name for program in load(REAL).programs}
    told = [doubt for doubt in draft.doubts if "ともいいき" in doubt.printed]
    assert [doubt.code.value for doubt in told] == ["D111"]


def test_the_draft_next_to_last_year_s_plan_gives_a_comparison_of_use(run: Run, tmp_path: Path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2024.yaml").write_bytes(REAL.read_bytes())
    text = NEXT.replace("- 法外援助事業\n", "- 法外援助事業\n- 終活相談事業（新規）\n")
    (tmp_path / "2025.txt").write_text(text, encoding="utf-8")
    result = run("import", "2025.txt")
    assert result.code == 1
    assert (tmp_path / "plans" / "2025.yaml").exists()
    found = run(
        "diff",
        "2024",
        "2025",
        "--only",
        "added,removed,renamed",
        "--item",
        "program",
        "--format",
        "csv",
    )
    rows = found.out.splitlines()[1:]
    assert len(rows) == 1
    assert "終活相談事業" in rows[0]


def test_a_plan_takes_in_what_a_document_adds_and_keeps_all_else(run: Run, tmp_path: Path):
    before = (
        REAL.read_text(encoding="utf-8")
        .replace("    schedule: 11月\n", "")
        .replace("          - 法外援助事業\n", "")
    )
    (tmp_path / "2024.yaml").write_text(before, encoding="utf-8")
    (tmp_path / "plan.txt").write_text(printed_plan(), encoding="utf-8")
    shown = run("import", "plan.txt", "--into", "2024.yaml", "--dry-run")
    assert (tmp_path / "2024.yaml").read_text(encoding="utf-8") == before
    changed = [
        line for line in shown.out.splitlines() if line[:1] in "+-" and line[1:2] not in "+-"
    ]
    assert changed == ["+          - 法外援助事業", "+    schedule: 11月"]
    assert run("import", "plan.txt", "--into", "2024.yaml").code == 1
    after = (tmp_path / "2024.yaml").read_text(encoding="utf-8")
    assert sorted(after.splitlines()) == sorted(REAL.read_text(encoding="utf-8").splitlines())


def test_settings_say_how_a_council_prints_its_plan(run: Run, tmp_path: Path):
    (tmp_path / "shakyo-plan.toml").write_text(
        'plans-dir = "."\n[import]\ngoal = "1"\nplan = "(1)"\nprogram = "①"\npriorities = ["力を入れること"]\nmarks = { "★" = "new" }\n',
        encoding="utf-8",
    )
    (tmp_path / "plan.txt").write_text(
        "令和7年度事業計画\n試験町社会福祉協議会\n力を入れること\n・つながりづくり\n事業計画\n1 地域福祉\n(1) 居場所\n①★サロン\n②食堂\n",
        encoding="utf-8",
    )
    assert run("import", "plan.txt", "-o", "2025.yaml").code == 0
    plan = load(tmp_path / "2025.yaml")
    assert [priority.title for priority in plan.priorities] == ["つながりづくり"]
    assert [(program.name, program.status.value) for program in plan.programs] == [
        ("サロン", "new"),
        ("食堂", "continued"),
    ]
    (tmp_path / "shakyo-plan.toml").write_text("[import]\ngaol = '1'\n", encoding="utf-8")
    wrong = run("import", "plan.txt", "--dry-run")
    assert (wrong.code, wrong.err.splitlines()[0]) == (
        2,
        "plan: 設定の [import] に、ない項目があります: gaol",
    )


def test_what_was_learnt_can_be_put_into_the_settings(run: Run, tmp_path: Path):
    (tmp_path / "plan.txt").write_text(printed_plan(), encoding="utf-8")
    result = run("import", "plan.txt", "--explain")
    assert result.out == (
        '[import]\ngoal = "基本目標 1"\nplan = "基本計画 1"\nsection = "(1)"\n'
        'district-names = ["常磐", "内郷", "遠野", "好間", "川前"]\n'
    )
    (tmp_path / "shakyo-plan.toml").write_text(result.out, encoding="utf-8")
    again = run("import", "plan.txt", "--explain")
    assert again.out == result.out
    assert list(tmp_path.glob("*.yaml")) == []
