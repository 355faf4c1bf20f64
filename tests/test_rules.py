"""Every rule on files: ``tests/rules/CODE/bad.yaml`` gives exactly the lines of ``expected.txt``, ``good.yaml`` none.

A file's lines are ``line:column code message``, in Japanese. The files are read as ``2024.yaml``; where
``previous.yaml`` lies beside them, that is the plan of the year before.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.lint.rules import BY_CODE, RULES, numbering
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.source.document import read_document
from shakyo_plan.source.loading import load, load_bytes, load_file
from shakyo_plan.values.data_path import DataPath
from tests.conftest import ACCEPTING, ROOT, SMALL

FOLDER = Path(__file__).parent / "rules"


def test_the_rule_that_contributing_shows_works_where_it_belongs():
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    check, record = (
        dedent(block)
        for block in re.findall(r"^   ```python\n(.*?)^   ```", page, re.DOTALL | re.MULTILINE)
    )
    names = dict(vars(numbering))
    exec(check, names)  # noqa: S102 - our own page
    rule = eval(record, names)  # noqa: S307
    assert rule.code not in BY_CODE, "the page shows a new rule"

    def found(lines: str) -> list[tuple[DataPath, str | None]]:
        title = read_document(lines.encode()).data["goals"][0]["title"]
        plan = SMALL.replace("共に生きる", title)
        file = load_bytes(plan.encode(), "2024.yaml")
        assert file.plan
        context = RuleContext(file.plan, file.document.data, "2024")
        return [(problem.place, problem.substring) for problem in rule.check(context)]

    assert found(rule.bad) == [(("goals", 0, "title"), "。")]
    assert found(rule.good) == []


def lines(path: Path) -> list[str]:
    ja = Translator("ja")
    # P001 is about a file that is not there.
    file = load_bytes(path.read_bytes(), "2024.yaml") if path.exists() else load_file(path)
    before = path.with_name("previous.yaml")
    previous = {file.path: load(before)} if before.exists() else None
    return [
        f"{each.span.start.line}:{each.span.start.column} {each.code} {ja(each.message)}"
        for each in lint([file], previous=previous).diagnostics
    ]


def test_every_rule_has_its_folder():
    assert sorted(path.name for path in FOLDER.iterdir()) == [rule.code for rule in RULES]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_bad_gives_the_expected_lines_and_good_none(code: str, pytestconfig: pytest.Config):
    golden = FOLDER / code / "expected.txt"
    found = lines(FOLDER / code / "bad.yaml")
    if accepting := pytestconfig.stash.get(ACCEPTING, None):
        accepting.write(golden, "".join(f"{line}\n" for line in found))
    assert golden.is_file(), f"make accept writes {golden}; look at it before you commit"
    expected = golden.read_text(encoding="utf-8").splitlines()
    assert found == expected
    assert {line.split()[1] for line in expected} == {code}
    assert lines(FOLDER / code / "good.yaml") == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_finding_and_its_advice_can_be_put_into_words(code: str, language: str):
    path = FOLDER / code / "bad.yaml"
    tr = Translator(language)
    file = load_bytes(path.read_bytes(), "2024.yaml") if path.exists() else load_file(path)
    for each in lint([file]).diagnostics:
        assert tr(each.message)
        assert each.suggestion is None or tr(each.suggestion)
