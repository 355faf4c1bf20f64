"""What holds of any plan that fits the schema: whatever shape, words, numbers and keys it has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from shakyo_plan.cli.main import main
from shakyo_plan.diff import compare
from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import named_parts
from shakyo_plan.lookup.show.details import detail
from shakyo_plan.lookup.show.view import card
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.model import Plan
from shakyo_plan.model.numbering import number_in
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load_bytes
from tests.amount import examples
from tests.plans import plan_data

QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
few = settings(max_examples=examples(60), deadline=None, suppress_health_check=QUIET)
COMMANDS = [
    ["outline"],
    ["summary"],
    ["programs"],
    ["budget"],
    *(["xref", table] for table in XrefKind),
    ["query", "SELECT * FROM citations"],
]


@few
@given(plan_data())
def test_formatted_once_it_is_formatted(data: Any):
    text = json.dumps(data, ensure_ascii=False, indent=1)
    once = formatted(load_bytes(text.encode(), "2024.yaml").document)
    again = load_bytes(once.encode(), "2024.yaml")
    assert formatted(again.document) == once
    assert again.document.data == data


@few
@given(plan_data())
def test_it_does_not_differ_from_itself(data: Any):
    assert compare(Plan.read(data), Plan.read(data), order=True) == ()


@few
@given(plan_data())
def test_each_of_its_parts_can_be_shown(data: Any):
    plan = Plan.read(data)
    tr = Translator("ja").labelled(plan.labels.own).numbered(number_in(plan.numbering))
    for named in named_parts(plan):
        assert card(detail(plan, named), named, plan.numbering, tr).title


@settings(few, max_examples=examples(10))
@given(plan_data())
def test_every_lookup_answers(tmp_path: Path, data: Any):
    file = tmp_path / "2024.yaml"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for words in COMMANDS:
        for form in ("table", "csv"):
            assert main([*words, "--file", str(file), "--format", form]) == 0, words
