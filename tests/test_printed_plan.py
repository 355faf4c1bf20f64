"""What validate finds in the printed plan: each misprint that the format can show, and nothing that is right."""

from __future__ import annotations

from shakyo_plan.lint.engine import Report, lint
from shakyo_plan.source.loading import load_file
from tests.conftest import REAL, ROOT

AS_PRINTED = ROOT / "examples" / "iwaki-2024-as-printed.yaml"


def found(report: Report) -> list[str]:
    return [f"{each.span.start.line} {each.code}" for each in report.diagnostics]


def test_the_plan_as_printed():
    assert found(lint([load_file(AS_PRINTED)])) == [
        "40 P216",
        "41 P204",
        "42 P204",
        "42 P216",
        "47 P216",
        "51 P216",
        "52 P216",
        "53 P216",
        "63 P216",
        "64 P216",
        "66 P203",
        "76 P204",
        "76 P216",
        "77 P204",
        "77 P216",
        "81 P216",
        "83 P216",
        "92 P303",
        "106 P303",
        "120 P104",
        "134 P203",
        "134 P217",
        "135 P216",
        "141 P104",
        "153 P216",
        "156 P203",
        "162 P104",
        "180 P203",
        "184 P104",
        "198 P104",
        "226 P201",
        "226 P216",
        "244 P504",
        "244 P216",
        "248 P216",
        "253 P104",
        "273 P504",
        "273 P216",
        "280 P104",
        "300 P104",
        "322 P104",
        "337 P203",
        "340 P104",
        "355 P104",
        "363 P202",
        "366 P104",
        "376 P104",
        "399 P104",
        "416 P104",
        "426 P104",
        "462 P301",
        "470 P301",
        "476 P301",
        "487 P301",
        "528 P301",
        "537 P301",
        "545 P301",
        "572 P210",
    ]


def test_our_plan_leaves_questions_to_the_council_and_no_errors():
    report = lint([load_file(REAL)])
    assert found(report) == [
        "94 P303",
        "108 P303",
        "468 P301",
        "476 P301",
        "482 P301",
        "493 P301",
        "534 P301",
        "543 P301",
        "551 P301",
        "578 P210",
    ]
    assert len(report.suppressed) == 2


def test_the_two_files_say_the_same_of_everything_but_ids_and_citations():
    def rest(text: str) -> list[str]:
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        return [line for line in lines if ":" in line and not line.startswith("      - id: ")]

    assert rest(AS_PRINTED.read_text(encoding="utf-8")) == rest(REAL.read_text(encoding="utf-8"))
