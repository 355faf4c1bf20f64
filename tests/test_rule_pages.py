"""Each rule's page tells the truth, and is the same on the terminal and under docs/rules."""

from __future__ import annotations

import json
import re

import pytest
from tools.pages import FOLDER, pages

from shakyo_plan.lint.engine import lint
from shakyo_plan.lint.rules import BY_CODE, RULES
from shakyo_plan.lint.rules.record import Rule
from shakyo_plan.source.loading import load_bytes
from tests.conftest import Run

OF_THE_DISK = {"P001", "P002"}
"""What no text can show; tests/rules has files for them."""


def whole(fragment: str) -> str:
    """Complete the lines of an example to a plan file: what a page leaves out, put after it."""
    cited = [
        name
        for listed in re.findall(r"programs: \[(.+?)\]", fragment)
        for name in listed.split(", ")
    ]
    registered = dict.fromkeys(re.findall(r"^  - name: (.+)", fragment, re.MULTILINE))
    defaults = {
        "format": "format: 1\n",
        "fiscal_year": "fiscal_year: 2024\n",
        "council": "council: {name: 試験社協, districts: [常磐, 内郷]}\n",
        "goals": "goals:\n  - id: 1\n    title: 共に生きる\n    plans:\n"
        f"      - {{id: 1-1, title: 子育て, programs: [{', '.join(registered or ['子育てサロン'])}]}}\n",
        "programs": "programs:\n"
        + "".join(f"  - name: {name}\n" for name in dict.fromkeys([*cited, "子育てサロン"])),
    }
    return fragment + "".join(
        text for key, text in defaults.items() if not re.search(rf"^{key}:", fragment, re.MULTILINE)
    )


def codes(fragment: str, rule: Rule) -> set[str]:
    path = "2024.yaml" if rule.code == "P105" else "計画.yaml"
    text = fragment if rule.code == "P007" and not fragment else whole(fragment)
    before = load_bytes(whole(rule.previous).encode("utf-8"), "2023.yaml").plan
    previous = {path: before} if rule.previous and before else None
    file = load_bytes(text.encode("utf-8"), path)
    return {each.code for each in lint([file], previous=previous).diagnostics}


SHOWN = [rule for rule in RULES if rule.code not in OF_THE_DISK]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_just_this_rule(rule: Rule):
    assert codes(rule.bad, rule) == {rule.code}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_breaks_none(rule: Rule):
    assert codes(rule.good, rule) == set()


def test_codes_stand_once_in_order_and_names_are_told_apart():
    listed = [rule.code for rule in RULES]
    assert listed == sorted(set(listed))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_pages_under_docs_are_fresh():
    made = dict(pages())
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in made}
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run make pages"


def test_a_page_in_japanese(run: Run):
    assert (
        run("rule", "p202").out
        == """\
P202 broken-name（誤り）

見つけるもの
    2行に分かれてしまった、1つの名前。

理由
    Word の改行で起こります。事業名の最後の文字が、次の行の頭に落ちたものです。2行をつないで別のと
    ころで切ると、事業一覧にある事業名になります。

悪い例
    goals:
      - id: 1
        title: 共に生きる
        plans:
          - id: 1-1
            title: 子育て
            programs:
              - 福祉マップ作成事
              - 業緊急連絡カード配備事業
    programs:
      - name: 福祉マップ作成事業
      - name: 緊急連絡カード配備事業

よい例
    goals:
      - id: 1
        title: 共に生きる
        plans:
          - id: 1-1
            title: 子育て
            programs:
              - 福祉マップ作成事業
              - 緊急連絡カード配備事業
    programs:
      - name: 福祉マップ作成事業
      - name: 緊急連絡カード配備事業

自動修正
    できます。意味がはっきりしているところは、--fix で自動修正します。
"""
    )


def test_a_page_in_english(run: Run):
    assert (
        run("rule", "broken-name", "--lang", "en").out
        == """\
P202 broken-name (error)

What it does
    One name broken over two entries of a list.

Why is this bad?
    It happens when a line is broken in Word: the last letter of one name begins the next line.
    Joined and cut elsewhere, the two lines are names in `programs`.

Bad
    goals:
      - id: 1
        title: 共に生きる
        plans:
          - id: 1-1
            title: 子育て
            programs:
              - 福祉マップ作成事
              - 業緊急連絡カード配備事業
    programs:
      - name: 福祉マップ作成事業
      - name: 緊急連絡カード配備事業

Good
    goals:
      - id: 1
        title: 共に生きる
        plans:
          - id: 1-1
            title: 子育て
            programs:
              - 福祉マップ作成事業
              - 緊急連絡カード配備事業
    programs:
      - name: 福祉マップ作成事業
      - name: 緊急連絡カード配備事業

Can it be fixed?
    Yes, with --fix, wherever the meaning is certain.
"""
    )


def test_all_rules_are_listed(run: Run):
    lines = run("rule").out.splitlines()[2:]
    assert lines[0].split() == ["番号", "重要度", "自動修正", "見つけるもの"]
    assert [line.split()[0] for line in lines[1:-2]] == [rule.code for rule in RULES]
    assert lines[-1] == "1つの規則について詳しくは: plan rule P201"


def test_the_list_of_rules_is_data_too(run: Run):
    rows = json.loads(run("rule", "--format", "json", "--sort", "-code").out)
    assert [row["code"] for row in rows] == sorted((rule.code for rule in RULES), reverse=True)
    (row,) = json.loads(run("rule", "P201", "--format", "json").out)
    assert row == {
        "code": "P201",
        "name": "unknown-program",
        "severity": "error",
        "fix": BY_CODE["P201"].fix.value,
        "what": row["what"],
    }
    assert row["what"]
    assert run("rule", "P201", "--format", "md").out.startswith("# P201 unknown-program")


def test_a_rule_that_does_not_exist(run: Run):
    result = run("rule", "P299")
    assert (result.code, result.out) == (2, "")
    assert result.err == "plan: 「P299」という規則はありません\n  → 「P209」のことですか？\n"
