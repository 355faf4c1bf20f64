"""Each rule's page tells the truth: its bad example breaks just this rule, its good one none."""

from __future__ import annotations

import re

import pytest

from shakyo_plan.lint import lint
from shakyo_plan.loading import load_bytes
from shakyo_plan.rules import RULES
from shakyo_plan.rules.record import Rule

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
    return {each.code for each in lint([load_bytes(text.encode("utf-8"), path)]).diagnostics}


SHOWN = [rule for rule in RULES if rule.code not in OF_THE_DISK]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_just_this_rule(rule: Rule):
    assert codes(rule.bad, rule) == {rule.code}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_the_good_example_breaks_none(rule: Rule):
    assert codes(rule.good, rule) == set()
