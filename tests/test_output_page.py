"""docs/output.md names every key that the lookups print as JSON, command by command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import REAL, ROOT, Run

PAGE = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (plan \w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def keys(data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for each in data:
            yield from keys(each)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys(value)


@pytest.mark.parametrize(
    "command",
    [
        "programs",
        "outline",
        "show ボランティア活動活発化",
        "show 1-3",
        "show 1",
        "show 重点項目1",
        "show 常磐",
        "xref programs",
        "xref priorities",
        "xref gaps",
        "query --tables",
        "rule",
    ],
)
def test_every_key_is_documented(run: Run, command: str):
    words = command.split()
    which = () if command in ("rule", "query --tables") else ("--file", str(REAL))
    printed = set(keys(json.loads(run(*words, *which, "--format", "json").out)))
    # A program is the same everywhere; its keys stand in their own section.
    documented = SECTIONS[f"plan {words[0]}"] + SECTIONS["plan programs"]
    assert printed - set(re.findall(r"`([a-z_]+)`", documented)) == set()


@pytest.mark.parametrize("asked", [["ふくしの教室"], ["1-3"], ["--all"]])
def test_every_key_of_a_history_is_documented(run: Run, asked: list[str]):
    folder = str(REAL.parent)
    result = run("history", *asked, "--plans-dir", folder, "--format", "json")
    printed = set(keys(json.loads(result.out)))
    assert len(printed) >= 7
    assert printed - set(re.findall(r"`([a-z_]+)`", SECTIONS["plan history"])) == set()
