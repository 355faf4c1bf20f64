"""What stands in a plan, or names a file, is never a command in the log of a CI service."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from shakyo_plan.output.escape import for_log, markdown, markdown_line
from tests.conftest import SMALL, Run

NAMES = [
    "::error::x",
    " ::error::x",
    "　::add-mask::x",
    "\u2003::set-output name=a::b",
    "##[error]x",
    "x ##[group]y",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[buildStatus text='x']",
    "a\n::error::x",
    "a\n　　::error::x",
    "あ" * 60 + " ::error::x",
]


def obeyed(text: str) -> list[str]:
    """Return the lines that a service would obey: GitHub trims what any alphabet takes for a blank."""
    return [
        line
        for line in re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
        if line.strip().startswith("::") or re.search(r"##\w*\[", line)
    ]


def write_plan(path: Path, name: str) -> None:
    quoted = json.dumps(name, ensure_ascii=False)
    text = SMALL.replace("子育てサロン", quoted).replace("title: 子育て\n", f"title: {quoted}\n")
    path.write_text(text.replace("試験社協", quoted), encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_plan_is_obeyed(run: Run, plans: Path, name: str):
    write_plan(plans / "2024.yaml", name)
    write_plan(plans / "2025.yaml", f"{name}、その後")
    text = (
        (plans / "2025.yaml").read_text("utf-8").replace("fiscal_year: 2024", "fiscal_year: 2025")
    )
    (plans / "2025.yaml").write_text(text + "  - name: 引用されない事業\n", encoding="utf-8")
    commands = [
        ("programs",), ("show", "1-1"), ("outline",), ("summary",), ("validate",), ("history", "--all"),
        ("validate", "--format", "concise"), ("validate", "--format", "md"), ("diff", "2024", "2025"),
        ("query", "SELECT name, title FROM programs, plans"), ("xref", "gaps"), ("xref", "programs"),
        ("show", name), ("programs", "--search", name), ("new", "2026", "--dry-run"),
    ]  # fmt: skip
    for command in commands:
        result = run(*command)
        assert not obeyed(result.out), command
        assert not obeyed(result.err), command
    for command in (("programs",), ("outline",), ("show", "1-1"), ("diff", "2024", "2025")):
        for format_ in ("md", "json", "jsonl"):
            assert not obeyed(run(*command, "--format", format_).out), (command, format_)


@pytest.mark.parametrize("name", NAMES[:4])
def test_data_keep_what_they_say(run: Run, plans: Path, name: str):
    write_plan(plans / "2024.yaml", name)
    for format_ in ("json", "jsonl"):
        data = json.loads(run("programs", "--format", format_).out)
        assert (data[0] if format_ == "json" else data)["name"] == name
    text = run("programs", "--format", "csv").out
    assert not [
        line for line in text.lstrip("\ufeff").splitlines() if line.strip().startswith("::")
    ]
    assert list(csv.reader(io.StringIO(text)))[1][0] == name


@pytest.mark.parametrize("name", NAMES[4:8])
def test_json_keeps_what_would_be_obeyed_anywhere(run: Run, plans: Path, name: str):
    write_plan(plans / "2024.yaml", name)
    result = run("programs", "--format", "json").out
    assert not obeyed(result)
    assert json.loads(result)[0]["name"] == name


@pytest.mark.parametrize("name", ["::error::x.yaml", "　::error::.yaml", "##[error]x.yaml"])
def test_the_name_of_a_file_is_not_obeyed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    untidy = SMALL.replace("- id: 1\n", "- id:   1\n")
    for text in (SMALL, untidy, "goals: [\n", "::error::x\n"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        for command in (
            ["validate"], ["validate", "--format", "concise"], ["validate", "--format", "md"],
            ["summary", "-f"], ["fmt", "--check"], ["validate", "--statistics"], ["fmt"],
        ):  # fmt: skip
            result = run(*command, name)
            assert not obeyed(result.out + "\n" + result.err), command
    assert not obeyed(run("validate", f"ない{name}").out)
    monkeypatch.setenv("CI", "true")
    (tmp_path / name).write_text(
        untidy.replace("format: 1\n", "format: 1\n# x\n"), encoding="utf-8"
    )
    assert not obeyed(run("fmt", "--diff", name).out)


def test_a_mark_stands_in_front_and_everything_else_as_it_is():
    assert for_log("a\n ::error::x\nb") == "a\n\\ ::error::x\nb"
    assert for_log("\n::a\n\n::b") == "\n\\::a\n\n\\::b"
    assert for_log("##[error]a ##[b]") == "# #[error]a # #[b]"
    assert for_log("a::b ## c #[d]") == "a::b ## c #[d]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@team", "@<!-- -->team"),
        ("a@example.org", "a@<!-- -->example.org"),
        ("$x$", r"\$x\$"),
        ("https://example.org", r"https\://example.org"),
        ("www.example.org", r"www\.example.org"),
        ("#12", r"\#<!-- -->12"),
        (":tada:", ":<!-- -->tada:"),
        ("9:30", "9:30"),
        ("\u061c", r"\\u061c"),
    ],
)
def test_markdown_neither_calls_nor_links_nor_counts(text: str, shown: str):
    assert markdown(text) == shown


def test_blanks_at_the_beginning_of_a_line_of_markdown_are_no_code():
    assert markdown_line("    a") == "&nbsp;&nbsp;&nbsp;&nbsp;a"
