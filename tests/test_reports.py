"""Each format of findings, exactly: what goes in was built by hand, what comes out is compared whole."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml
from rich.cells import cell_len
from sarif.loader import load_sarif_file

from shakyo_plan import __version__
from shakyo_plan.diagnostic import Diagnostic, Position, Severity, Span, Suppressed
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import CheckedFile, Report, lint
from shakyo_plan.lint.reporters import FOR_PEOPLE, ReportFormat, statistics_writer, writer
from shakyo_plan.lint.reporters.github import job_summary
from shakyo_plan.lint.reporters.text import full
from shakyo_plan.message import say
from shakyo_plan.model import terms
from shakyo_plan.output.escape import escape
from shakyo_plan.output.excerpt import marked_line
from shakyo_plan.output.style import PIPE, Screen
from shakyo_plan.source.loading import load_bytes
from tests.conftest import ROOT, SMALL, Run

JA = Translator("ja")
NAME = "ふくみちゃんカワエ"
LINES = ("programs:", "  - ふくみちゃんカワエ", "  - 連絡会")


def finding(line: int, severity: Severity, code: str, name: str, **more) -> Diagnostic:
    span = Span(Position(line, 5), Position(line, 14 if line == 2 else 8))
    return Diagnostic(
        "plans/2024.yaml", span, code, name, severity, source_line=LINES[line - 1], **more
    )


REPORT = Report(
    (CheckedFile("plans/2024.yaml"), CheckedFile("plans/2025.yaml")),
    (
        finding(
            2,
            Severity.ERROR,
            "P201",
            "unknown-program",
            message=say("Unknown program “{name}”", name=NAME),
            suggestion=say("Did you mean “{nearest}”?", nearest="ふくみちゃんカフェ"),
            fixable=True,
            item="2-2",
            about=NAME,
            place=("goals", 1, "plans", 1, "programs", 3),
        ),
        finding(
            3,
            Severity.WARNING,
            "P210",
            "priority-only",
            message=say(
                "A {priority} cites “{name}”, but no {plan} does",
                priority=terms.PRIORITY,
                name="連絡会",
                plan=terms.PLAN,
            ),
            item="連絡会",
            about="連絡会",
            place=("programs", 55, "name"),
        ),
    ),
    suppressed=(
        Suppressed(
            finding(
                2,
                Severity.ERROR,
                "P205",
                "duplicate-program",
                message=say("“{name}” is cited twice", name=NAME),
                about=NAME,
                item="2-2",
            ),
            "印刷のとおり\x1b[31m、2回",
            Span(Position(9, 5), Position(12, 16)),
        ),
        Suppressed(
            finding(
                3,
                Severity.INFO,
                "P301",
                "details-of-new",
                message=say("“{name}” has no budget", name="連絡会"),
                about="連絡会",
                item="連絡会",
            )
        ),
    ),
)


TEXTS = [format_ for format_ in ReportFormat if format_ is not ReportFormat.XLSX]


def written(format_: ReportFormat, report: Report = REPORT) -> str:
    text = writer(format_)(report, JA, PIPE)
    assert isinstance(text, str)
    return text


def test_full():
    assert written(ReportFormat.FULL) == (
        "plans/2024.yaml:2:5: 誤り P201 「ふくみちゃんカワエ」は、事業一覧（programs:）にありません\n"
        "  2 |   - ふくみちゃんカワエ\n"
        "    |     ^^^^^^^^^^^^^^^^^^\n"
        "    → 「ふくみちゃんカフェ」のことですか？\n"
        "\n"
        "plans/2024.yaml:3:5: 注意 P210 「連絡会」は重点項目だけに掲載され、どの基本計画にもありません\n"
        "  3 |   - 連絡会\n"
        "    |     ^^^^^^\n"
        "\n"
        "2ファイルを確認しました（誤り 1件、注意 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください\n"
    )


def test_on_a_terminal_findings_break_to_its_width_and_go_on_in_line_with_the_excerpt():
    assert full(REPORT, JA, Screen(width=52)) == (
        "plans/2024.yaml:2:5: 誤り P201 「ふくみちゃんカワ\n"
        "      エ」は、事業一覧（programs:）にありません\n"
        "  2 |   - ふくみちゃんカワエ\n"
        "    |     ^^^^^^^^^^^^^^^^^^\n"
        "    → 「ふくみちゃんカフェ」のことですか？\n"
        "\n"
        "plans/2024.yaml:3:5: 注意 P210 「連絡会」は重点項目\n"
        "      だけに掲載され、どの基本計画にもありません\n"
        "  3 |   - 連絡会\n"
        "    |     ^^^^^^\n"
        "\n"
        "2ファイルを確認しました（誤り 1件、注意 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff\n"
        "で確認してください\n"
    )


def test_the_findings_of_the_printed_plan_fit_the_terminal_and_lose_nothing():
    raw = (ROOT / "examples" / "iwaki-2024-as-printed.yaml").read_bytes()
    report = lint([load_bytes(raw, "plans/2024.yaml")])

    def said(text: str) -> str:
        lines = (line for line in text.splitlines() if not re.match(r"[ \d]+\|", line))
        return "".join("".join(lines).split())

    for tr in (JA, Translator("en")):
        whole = full(report, tr)
        assert max(map(cell_len, whole.splitlines())) > 140
        for width in (60, 80, 140):
            shown = full(report, tr, Screen(width=width))
            assert max(map(cell_len, shown.splitlines())) <= width
            assert said(shown) == said(whole)


@given(
    st.text("あ漢aー 1。\x1b", min_size=1, max_size=160), st.integers(0, 160), st.integers(0, 160),
    st.sampled_from([None, 30, 72]),
)  # fmt: skip
def test_the_marker_stands_under_what_is_meant(
    line: str, first: int, length: int, room: int | None
):
    first = min(first, len(line) - 1)
    last = min(first + length, len(line))
    shown, marker = marked_line(line, first, last, room)
    assert cell_len(shown) <= (room or 100)
    begin = marker.index("^")
    # What stands left of the marker, cut by columns, ends where the meant text begins.
    left = next(n for n in range(len(shown) + 1) if cell_len(shown[:n]) >= begin)
    assert cell_len(shown[:left]) == begin
    assert escape(line[:first]).endswith(shown[:left].removeprefix("…"))
    kept = shown[left:].removesuffix("…")
    assert escape(line[first:]).startswith(kept)
    assert cell_len(marker) - begin <= max(cell_len(escape(line[first:last])), 1)


def test_concise():
    assert written(ReportFormat.CONCISE) == (
        "plans/2024.yaml:2:5: 誤り P201 「ふくみちゃんカワエ」は、事業一覧（programs:）にありません\n"
        "plans/2024.yaml:3:5: 注意 P210 「連絡会」は重点項目だけに掲載され、どの基本計画にもありません\n"
        "2ファイルを確認しました（誤り 1件、注意 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください\n"
    )


RECORD = {
    "path": "plans/2024.yaml",
    "line": 2,
    "column": 5,
    "end_line": 2,
    "end_column": 14,
    "code": "P201",
    "name": "unknown-program",
    "severity": "error",
    "message": "「ふくみちゃんカワエ」は、事業一覧（programs:）にありません",
    "suggestion": "「ふくみちゃんカフェ」のことですか？",
    "fixable": True,
    "item": "2-2",
    "pointer": "/goals/1/plans/1/programs/3",
}


def test_json():
    data = json.loads(written(ReportFormat.JSON))
    assert data["diagnostics"][0] == RECORD
    assert data["diagnostics"][1]["suggestion"] is None
    assert data["files"] == ["plans/2024.yaml", "plans/2025.yaml"]
    assert data["summary"] == {"files": 2, "error": 1, "warning": 1, "info": 0, "suppressed": 2}


def test_json_lines():
    lines = written(ReportFormat.JSONL).splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["P201", "P210"]
    assert json.loads(lines[0]) == RECORD


def test_github():
    assert written(ReportFormat.GITHUB) == (
        "::error file=plans/2024.yaml,line=2,endLine=2,col=5,endColumn=14,title=P201 unknown-program"
        "::「ふくみちゃんカワエ」は、事業一覧（programs:）にありません → 「ふくみちゃんカフェ」のことですか？\n"
        "::warning file=plans/2024.yaml,line=3,endLine=3,col=5,endColumn=8,title=P210 priority-only"
        "::「連絡会」は重点項目だけに掲載され、どの基本計画にもありません\n"
        "2ファイルを確認しました（誤り 1件、注意 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください\n"
    )


def test_gitlab():
    issues = json.loads(written(ReportFormat.GITLAB))
    fingerprints = [issue.pop("fingerprint") for issue in issues]
    assert len(set(fingerprints)) == 2
    assert issues == [
        {
            "description": "「ふくみちゃんカワエ」は、事業一覧（programs:）にありません → 「ふくみちゃんカフェ」のことですか？",
            "check_name": "P201",
            "severity": "major",
            "location": {"path": "plans/2024.yaml", "lines": {"begin": 2, "end": 2}},
        },
        {
            "description": "「連絡会」は重点項目だけに掲載され、どの基本計画にもありません",
            "check_name": "P210",
            "severity": "minor",
            "location": {"path": "plans/2024.yaml", "lines": {"begin": 3, "end": 3}},
        },
    ]


def test_a_fingerprint_does_not_know_the_line():
    first = REPORT.diagnostics[0]
    moved = replace(first, span=Span(Position(9, 1), Position(9, 2)))

    def prints(*diagnostics: Diagnostic) -> list[str]:
        report = replace(REPORT, diagnostics=diagnostics)
        return [each["fingerprint"] for each in json.loads(written(ReportFormat.GITLAB, report))]

    assert prints(first) == prints(moved)
    assert len(set(prints(first, moved))) == 2


def test_sarif_is_read_by_a_client(tmp_path: Path):
    path = tmp_path / "findings.sarif"
    path.write_text(written(ReportFormat.SARIF), encoding="utf-8")
    read = load_sarif_file(str(path))
    assert read.get_distinct_tool_names() == ["shakyo-plan"]
    records = read.get_records()
    assert [
        (each["Code"], each["Severity"], each["Location"], each["Line"]) for each in records
    ] == [
        ("P201", "error", "plans/2024.yaml", 2),
        ("P205", "error", "plans/2024.yaml", 2),
        ("P210", "warning", "plans/2024.yaml", 3),
        ("P301", "note", "plans/2024.yaml", 3),
    ]


def test_sarif_says_where_in_characters_and_explains_the_rules():
    (run,) = json.loads(written(ReportFormat.SARIF))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("shakyo-plan", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["P201", "P205", "P210", "P301"]
    assert driver["rules"][0]["shortDescription"] == {
        "text": "事業一覧にないのに、掲載されている事業。"
    }
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/2024.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 14},
    }


def test_sarif_has_what_is_suppressed_with_its_reason_and_fails_nothing_for_it():
    (run,) = json.loads(written(ReportFormat.SARIF))["runs"]
    assert [(result["ruleId"], result["suppressions"]) for result in run["results"]] == [
        ("P201", []),
        (
            "P205",
            [
                {
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": "印刷のとおり␛[31m、2回",
                    "location": {
                        "physicalLocation": {
                            "artifactLocation": {
                                "uri": "plans/2024.yaml",
                                "uriBaseId": "%SRCROOT%",
                            },
                            "region": {
                                "startLine": 9,
                                "startColumn": 5,
                                "endLine": 12,
                                "endColumn": 16,
                            },
                        }
                    },
                }
            ],
        ),
        ("P210", []),
        ("P301", [{"kind": "external", "status": "accepted"}]),
    ]


ACCEPTED = """suppress:
  - rule: P209
    item: 福祉バス
    reason: 県の事業に合わせ、計画には載せない
    until: 2024
"""


def test_what_the_plan_and_the_baseline_suppress_is_in_no_other_format(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL + "  - name: 福祉バス\n  - name: 移動図書館\n" + ACCEPTED, encoding="utf-8"
    )
    run("validate", "--baseline", "b.json", "--write-baseline")

    def validate(format_: str) -> str:
        result = run(
            "validate", "--baseline", "b.json", "--fail-level", "info", "--format", format_
        )
        assert result.code == 0, format_
        return result.out

    (log,) = json.loads(validate("sarif"))["runs"]
    assert [
        (result["ruleId"], [each.get("justification") for each in result["suppressions"]])
        for result in log["results"]
    ] == [("P209", ["県の事業に合わせ、計画には載せない"]), ("P209", [None])]
    for format_ in (each.value.name for each in TEXTS if each is not ReportFormat.SARIF):
        assert "P209" not in validate(format_), format_
    # Of a rule that is not asked for, nothing was suppressed.
    assert (
        json.loads(run("validate", "--select", "P1", "--format", "sarif").out)["runs"][0]["results"]
        == []
    )


def official_schema() -> Path | None:
    name = Path("shared", "data", "sarif-schema-2.1.0.json")
    return next((up / name for up in ROOT.parents if (up / name).is_file()), None)


@pytest.mark.skipif(official_schema() is None, reason="the official schema is not at hand")
def test_sarif_follows_the_official_schema(run: Run, tmp_path: Path):
    from jsonschema import Draft7Validator

    path = official_schema()
    assert path
    validator = Draft7Validator(json.loads(path.read_text(encoding="utf-8")))
    validator.validate(json.loads(written(ReportFormat.SARIF)))
    example = ROOT / "examples" / "iwaki-2024-as-printed.yaml"
    validator.validate(json.loads(run("validate", str(example), "--format", "sarif").out))


def test_junit_is_read_by_a_client():
    read = JUnitXml.fromstring(written(ReportFormat.JUNIT).encode("utf-8"))
    assert (read.tests, read.failures, read.errors) == (3, 1, 0)
    suites = list(read)
    assert [suite.name for suite in suites] == ["plans/2024.yaml", "plans/2025.yaml"]
    failed, warned = suites[0]
    assert failed.name == "P201 unknown-program ふくみちゃんカワエ"
    assert (failed._elem.get("file"), failed._elem.get("line")) == ("plans/2024.yaml", "2")
    (failure,) = failed.result
    assert isinstance(failure, Failure)
    assert failure.message == "「ふくみちゃんカワエ」は、事業一覧（programs:）にありません"
    assert failure.text == "plans/2024.yaml:2:5\n「ふくみちゃんカフェ」のことですか？"
    assert warned.is_passed
    assert warned.system_out == (
        "「連絡会」は重点項目だけに掲載され、どの基本計画にもありません\nplans/2024.yaml:3:5"
    )
    assert [case.name for case in suites[1]] == ["plan validate"]


def test_a_case_of_junit_keeps_its_name_when_lines_move():
    first = REPORT.diagnostics[0]
    moved = replace(first, span=Span(Position(9, 1), Position(9, 2)))

    def names(*diagnostics: Diagnostic) -> list[str | None]:
        text = written(ReportFormat.JUNIT, replace(REPORT, diagnostics=diagnostics))
        return [case.get("name") for case in Xml.fromstring(text).findall(".//testcase")][:-1]

    assert names(first) == names(moved)
    assert names(first, moved) == [
        "P201 unknown-program ふくみちゃんカワエ",
        "P201 unknown-program ふくみちゃんカワエ (2)",
    ]


def test_markdown():
    assert written(ReportFormat.MARKDOWN) == (
        "2ファイルを確認しました（誤り 1件、注意 1件）  \n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください  \n"
        "\n"
        "| 場所 | 規則 | どう違うか | どうするか |\n"
        "| --- | --- | --- | --- |\n"
        "| `plans/2024.yaml:2:5` | 誤り P201 | 「ふくみちゃんカワエ」は、事業一覧（programs:）にありません | 「ふくみちゃんカフェ」のことですか？ |\n"
        "| `plans/2024.yaml:3:5` | 注意 P210 | 「連絡会」は重点項目だけに掲載され、どの基本計画にもありません |  |\n"
    )


def counted(format_: ReportFormat) -> str:
    text = statistics_writer(format_)(REPORT, JA, PIPE)
    assert isinstance(text, str)
    return text


def test_statistics():
    assert counted(ReportFormat.CONCISE) == counted(ReportFormat.FULL)
    assert counted(ReportFormat.FULL) == (
        """\
     1  誤り P201  事業一覧にないのに、掲載されている事業。
     1  注意 P210  重点項目にだけあり、どの基本計画にもない事業。
2ファイルを確認しました（誤り 1件、注意 1件）
1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください
"""
    )
    records = [
        {"code": "P201", "name": "unknown-program", "count": 1, "fixable": 1},
        {"code": "P210", "name": "priority-only", "count": 1, "fixable": 0},
    ]
    assert json.loads(counted(ReportFormat.JSON)) == records
    assert [json.loads(line) for line in counted(ReportFormat.JSONL).splitlines()] == records
    assert counted(ReportFormat.MARKDOWN) == (
        "2ファイルを確認しました（誤り 1件、注意 1件）  \n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください  \n"
        "\n"
        "| 件数 | 規則 | 見つけるもの |\n"
        "| --: | --- | --- |\n"
        "| 1 | P201 | 事業一覧にないのに、掲載されている事業。 |\n"
        "| 1 | P210 | 重点項目にだけあり、どの基本計画にもない事業。 |\n"
    )


HOSTILE = (
    "[red]赤[/red]",
    "\x1b[31m赤\x1b[0m\x07\x9b2J",
    "一\n::error::二\r三",
    "%0A::set-output name=a::b",
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "]]><x/>",
    "a|b`c`*d*",
    "\u202e逆\u2066",
    "\ud800",
    "\ufffe\uffff",
    "##[add-mask]二",
    "```\n# 見出し",
)


@pytest.mark.parametrize("format_", TEXTS)
def test_names_are_data_in_every_format(format_: ReportFormat):
    """Nothing acts on a terminal, starts a command of a service or breaks out of its place."""
    first = REPORT.diagnostics[0]
    found = tuple(
        replace(
            first,
            path=name,
            message=say("Unknown program “{name}”", name=name),
            suggestion=say("Did you mean “{nearest}”?", nearest=name),
            about=name,
            item=name,
            source_line=name,
        )
        for name in HOSTILE
    )
    files = tuple(CheckedFile(name) for name in HOSTILE)
    text = written(format_, Report(files, found))
    text.encode("utf-8")
    # The lines of CSV end as Excel writes them.
    assert [
        letter
        for letter in text.replace("\r\n", "\n")
        if letter in "\x1b\x07\x9b\r\x00\u202e\u2066"
    ] == []
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    if format_ is ReportFormat.GITHUB:
        assert len(commands) == 10
        assert all(line.startswith("::error file=") for line in commands)
        assert "%250A::set-output" in text
        assert not any("##[" in line for line in text.splitlines() if line not in commands)
    else:
        assert commands == []
    if format_ is ReportFormat.JUNIT:
        assert [len(list(suite)) for suite in JUnitXml.fromstring(text.encode("utf-8"))] == [
            1
        ] * len(HOSTILE)
        assert Xml.fromstring(text).find(".//x") is None
    elif format_ is ReportFormat.MARKDOWN:
        assert len(text.splitlines()) == len(HOSTILE) + 5
        assert "| `[red]赤[/red]:2:5` | 誤り P201 | 「\\[red\\]赤\\[/red\\]」は、" in text
        assert "| ```` ```␊# 見出し:2:5 ```` | 誤り P201 | 「\\`\\`\\`␊\\# 見出し」は、" in text
        assert re.sub("`.*?`", "", text).count("<script>") == 0
    elif format_ is ReportFormat.CSV:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        assert len(rows) == len(HOSTILE) + 1
        assert "'=cmd|'/c calc'!A1" in [row[0] for row in rows]
    elif format_ is ReportFormat.HTML:
        assert "<script>" not in text
        assert text.count("<tr>") == 2 * len(HOSTILE)
    elif format_ is ReportFormat.JSONL:
        records = [json.loads(line) for line in text.splitlines()]
        assert [record["path"] for record in records] == list(HOSTILE)
    elif format_ is ReportFormat.JSON:
        assert [each["item"] for each in json.loads(text)["diagnostics"]] == list(HOSTILE)
    elif format_ in (ReportFormat.GITLAB, ReportFormat.SARIF):
        json.loads(text)
    else:
        assert format_ in FOR_PEOPLE or format_ is ReportFormat.GITHUB


SLIPS = SMALL.replace(
    "          - 子育てサロン\n", "".join(f"          - 子育てサロソ{n}\n" for n in range(12))
)


def test_what_github_does_not_show_goes_into_the_summary_of_the_job(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (plans / "2024.yaml").write_text(SLIPS, encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("前の手順\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = run("validate", "--format", "github")
    assert result.code == 1
    assert result.out.count("::error file=plans/2024.yaml,") == 10
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("前の手順\n### GitHub に表示しきれない指摘\n\n")
    assert text.count("| `plans/2024.yaml:") == 3
    assert "子育てサロソ10" in text
    assert "子育てサロソ11" in text
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "ない" / "summary.md"))
    again = run("validate", "--format", "github")
    assert (again.code, again.out) == (1, result.out)
    assert again.err.startswith("ジョブのまとめに書き込めません: ")


def test_nothing_is_lost_where_github_shows_ten(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(SLIPS, encoding="utf-8")
    lines = run("validate", "--format", "github").out.splitlines()
    assert lines[10:12] == [
        "- plans/2024.yaml:23:13: 誤り P201 「子育てサロソ10」は、事業一覧（programs:）にありません",
        "- plans/2024.yaml:24:13: 誤り P201 「子育てサロソ11」は、事業一覧（programs:）にありません",
    ]


def test_the_summary_of_a_job_stays_within_what_github_takes():
    found = tuple(
        finding(2, Severity.ERROR, "P201", "unknown-program", message=say("{n}" * 4, n="あ" * 250))
        for _ in range(600)
    )
    text = job_summary(replace(REPORT, diagnostics=found), JA)
    assert len(text.encode("utf-8")) < 1024 * 1024
    assert text.count("| `plans/2024.yaml:") == 295
    assert text.endswith("\nほかの295件は、この手順の記録（ログ）にあります\n\n")


def test_fail_level_and_exit_zero(run: Run, plans: Path):
    text = SMALL.replace("policy", "policy") + "  - name: 福祉バス\n    status: new\n"
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert "注意 1件、参考 1件" in run("validate").out
    assert [
        run("validate", "--fail-level", level).code for level in ("error", "warning", "info")
    ] == [0, 1, 1]
    assert run("validate", "--fail-level", "info", "--exit-zero").code == 0
    assert run("validate", "ない.yaml", "--exit-zero").code == 2
    assert run("validate", "--fail-level", "fatal").code == 2


def test_the_report_goes_into_a_file_but_never_over_a_plan(run: Run, plans: Path):
    result = run("validate", "--format", "json", "--output-file", "結果.json")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert json.loads(Path("結果.json").read_text(encoding="utf-8"))["summary"]["files"] == 1
    result = run("validate", "--output-file", "plans/2024.yaml")
    assert result.code == 2
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == SMALL


def test_standard_input_has_the_name_that_it_is_given(run: Run, monkeypatch: pytest.MonkeyPatch):
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode("utf-8"))))
    result = run("validate", "-", "--stdin-filename", "plans/2023.yaml", "--format", "concise")
    assert result.out.splitlines()[0] == (
        "plans/2023.yaml:2:14: 誤り P105 ファイル名は令和5年度（2023）ですが、中の年度は令和6年度（2024）です"
    )


def test_statistics_do_not_go_with_every_format(run: Run, plans: Path):
    result = run("validate", "--statistics", "--format", "sarif")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --statistics は --format sarif と一緒には使えません\n"
        "  → 書けるのは次のどれかです: full、concise、json、jsonl、csv、md、html、xlsx\n"
    )


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", ".git", ".git file"])
@pytest.mark.parametrize("format_", ["github", "gitlab", "sarif", "junit"])
def test_services_get_paths_as_they_are_in_the_checkout(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, format_: str
):
    below = tmp_path / "社協" / "plans"
    below.mkdir(parents=True)
    text = SMALL + "  - name: 福祉バス運行事業\n"
    (below / "2024.yaml").write_text(text, encoding="utf-8")
    if variable == ".git":
        (tmp_path / ".git").mkdir()
    elif variable == ".git file":  # of a worktree
        (tmp_path / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    else:
        monkeypatch.setenv(variable, str(tmp_path))
    relative = run("validate", "社協/plans/2024.yaml", "--format", format_)
    assert "plans/2024.yaml" in relative.out
    assert str(tmp_path) not in relative.out
    assert run("validate", str(below), "--format", format_).out == relative.out
    monkeypatch.chdir(below)
    assert run("validate", "--format", format_).out == relative.out
    assert run("validate", "../plans/2024.yaml", "--format", format_).out == relative.out


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there, every file's name is Unicode"
)
@pytest.mark.parametrize("format_", TEXTS)
def test_a_file_whose_name_is_no_text_is_reported_all_the_same(
    run: Run, plans: Path, format_: ReportFormat
):
    name = os.fsdecode(b"\xff2024.yaml")
    (plans / "2024.yaml").rename(plans / name)
    printed = run("validate", "--format", format_.value.name)
    assert printed.code == 0
    result = run("validate", "--format", format_.value.name, "-o", "結果")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert Path("結果").read_bytes().decode("utf-8") == printed.out
