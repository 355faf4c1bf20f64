"""Plans that fit the schema and are made to cost time: each has its findings, and none is compared with all.

Where a rule looks at every pair, or a pattern at every way to cut a text, checking one of them takes
minutes, and this file with it. The long run, ``PLAN_HOSTILE=long``, makes each as large as fits into a
megabyte; the other a fifth of that.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from shakyo_plan.lint.engine import check_file
from shakyo_plan.source.loading import load_bytes
from tests.amount import LONG
from tests.conftest import SMALL

N = 8000 if LONG else 1600
LETTERS = "子育高齢者福祉地域住民見守介護予防健康相談権利移動居場所学習交流支援事業"
CITED = "          - 子育てサロン\n"


def words(count: int, length: int, seed: int = 0) -> list[str]:
    """So many different names of letters that plans use; the same at every call."""
    chance = random.Random(seed)  # noqa: S311 - variety, no secret
    return [f"{''.join(chance.choices(LETTERS, k=length))}{number}" for number in range(count)]


def cited(names: list[str]) -> str:
    return SMALL.replace(CITED, "".join(f"          - {name}\n" for name in names))


def entries(written: list[str]) -> str:
    return "".join(f"  - {{name: {entry}}}\n" for entry in written)


def registered(written: list[str]) -> str:
    return SMALL + entries(written)


def districts(names: list[str]) -> str:
    return SMALL.replace("[常磐, 内郷]", f"[{', '.join(names)}]")


def budgeted(amount: str) -> str:
    return SMALL + f"    budget: '{amount}'\n"


LISTED = 1001
"""Findings of one rule that are listed, with the one that says there are more."""

COSTLY: dict[str, tuple[Callable[[], str], dict[str, int]]] = {
    "a row of digits without unit": (lambda: budgeted("9" * 39), {"P404": 1}),
    "a row of digits and commas": (lambda: budgeted("9," * 19), {"P404": 1}),
    "names that differ at one spot": (
        lambda: registered([f"事業のことで{chr(0x4E00 + number)}" for number in range(2 * N)]),
        {"P208": LISTED, "P209": LISTED},
    ),
    "numbered names": (
        lambda: registered([f"支援事業その{number}" for number in range(2 * N)]),
        {"P209": LISTED},
    ),
    "unknown districts beside as many known": (
        lambda: (
            districts(words(N, 4))
            + entries([f"{name}, district: 無{name}" for name in words(N, 5, seed=1)])
        ),
        {"P211": LISTED, "P212": LISTED},
    ),
    "unknown districts that each need their folding": (
        lambda: (
            districts(words(N, 4))
            + entries([f"{name}, district: {name}地区" for name in words(N, 4)])
        ),
        {"P211": LISTED, "P212": LISTED},
    ),
    "as many districts in one list, twice": (
        lambda: districts(words(N, 4) * 2),
        {"P220": LISTED},
    ),
    "brackets that are no marks beside as many districts": (
        lambda: districts(words(N, 4)).replace(
            CITED, "".join(f"          - {name}（区のな）\n" for name in words(N, 5, seed=1))
        ),
        {"P201": LISTED, "P209": 1},
    ),
    "names held apart from nothing": (
        lambda: registered([f"{name}, distinct_from: [無{name}]" for name in words(N, 5)]),
        {"P209": LISTED, "P214": LISTED},
    ),
    "one name held apart from very many": (
        lambda: (
            registered([f"支援事業その一, distinct_from: [{', '.join(words(N, 6))}]"])
            + entries([f"支援事業その{chr(0x5E00 + number)}" for number in range(N)])
        ),
        {"P208": LISTED, "P209": LISTED, "P214": LISTED},
    ),
    "suppressions beside as many findings": (
        lambda: (
            registered(words(N, 5))
            + "suppress:\n"
            + "".join(
                f"  - {{rule: P209, item: {name}, reason: x, until: 2024}}\n"
                for name in words(N, 5, seed=1)
            )
        ),
        {"P209": LISTED, "P903": 1000},
    ),
    "unknown citations beside twice as many programs": (
        lambda: cited(words(N, 6)) + entries(words(2 * N, 6, seed=1)),
        {"P201": LISTED, "P209": LISTED},
    ),
    "citations of many pieces": (
        lambda: cited(["・".join(name) for name in words(N, 9)]),
        {"P201": LISTED, "P209": 1},
    ),
    "two names of 150,000 letters": (
        lambda: SMALL.replace("- 子育てサロン", "- " + "子" * 150_000, 1).replace(
            "name: 子育てサロン", "name: " + "育" * 150_000
        ),
        {"P201": 1, "P209": 1},
    ),
    "a philosophy misquoted in very many ways": (
        lambda: (
            SMALL
            + "philosophy: だれもが安心して共に支え合い暮らせるまちいわき\npolicy: '"
            + "".join(f"「だれもが安心して共に支え合い暮らせる町{number}」" for number in range(N))
            + "'\n"
        ),
        {"P507": 20},
    ),
    "last year named again and again": (
        lambda: SMALL + "policy: " + "令和5年度の事業計画、" * 30_000 + "\n",
        {"P406": 1},
    ),
    "schedules": (
        lambda: registered([f"{name}, schedule: 5月10日・11日" for name in words(N, 4)]),
        {"P209": LISTED},
    ),
}


TAKE_SECONDS = {
    "one name held apart from very many",
    "suppressions beside as many findings",
    "unknown citations beside twice as many programs",
    "names held apart from nothing",
    "unknown districts beside as many known",
}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if name in TAKE_SECONDS else ()) for name in COSTLY],
)
def test_a_plan_that_is_made_to_cost_time_has_its_findings(name: str):
    make, expected = COSTLY[name]
    text = make().encode()
    assert len(text) < 1_000_000
    file = load_bytes(text, "計画.yaml")
    assert file.findings == ()
    assert Counter(each.code for each in check_file(file).diagnostics) == expected


def test_a_suppression_beyond_what_is_listed_still_counts():
    text = registered(words(1500, 5)) + (
        f"suppress: [{{rule: P209, item: {words(1500, 5)[1400]}, reason: 秋に決める, until: 2024}}]\n"
    )
    report = check_file(load_bytes(text.encode(), "計画.yaml"))
    assert Counter(each.code for each in report.diagnostics) == {"P209": LISTED}
    assert len(report.suppressed) == 1


def test_all_is_mended_in_one_run_however_much_it_is(run, tmp_path):
    (tmp_path / "計画.yaml").write_text(cited(["子育てサロン"] * 2500), encoding="utf-8")
    result = run("validate", "--fix", "計画.yaml")
    assert (result.code, result.out) == (
        0,
        "1ファイルを確認しました。指摘はありません: 計画.yaml\n",
    )
    assert (tmp_path / "計画.yaml").read_text(encoding="utf-8") == SMALL


def test_a_sentence_repeats_only_the_beginning_of_a_very_long_text(run, tmp_path):
    (tmp_path / "計画.yaml").write_text(cited(["子" * 100_000]), encoding="utf-8")
    result = run("validate", "計画.yaml", "--format", "concise", "--select", "P201")
    assert result.out == (
        f"計画.yaml:13:13: 誤り P201 「{'子' * 299}…」は、事業一覧（programs:）にありません\n"
        "1ファイルを確認しました（誤り 1件）\n"
    )
