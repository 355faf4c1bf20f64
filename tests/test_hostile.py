"""Whatever the bytes, a diagnosis: no traceback, no bug reported, nothing that acts on the terminal.

The long run, ``PLAN_HOSTILE=long``, tries every byte and many more chances; it takes minutes.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import Report, check_file, lint
from shakyo_plan.lint.reporters import ReportFormat, writer
from shakyo_plan.output.style import PIPE
from shakyo_plan.source.loading import load_bytes
from tests.amount import LONG, every, examples
from tests.conftest import REAL, SMALL, Run
from tests.plans import plan_texts

TRIES = 20 if LONG else 1
RAW = REAL.read_bytes()
JA = Translator("ja")
ACTING = re.compile("[\x00\x07\x1b\x9b\u202e]")


def diagnosed(raw: bytes) -> Report:
    """Check the bytes and write the report in every format; a crash anywhere fails the test."""
    report = lint([load_bytes(raw, "計画.yaml")])
    for format_ in (ReportFormat.FULL, ReportFormat.JSON):
        text = writer(format_)(report, JA, PIPE)
        assert not ACTING.search(str(text)), format_
    return report


HEAD = "format: 1\nfiscal_year: 2024\ncouncil: {name: 試験社協}\ngoals: []\nprograms: []\n"
BOMBS: dict[str, Callable[[], str]] = {
    "alias bomb": lambda: (
        "a: &a [x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n"
            for n in range(9)
        )
    ),
    "100,000 brackets": lambda: "[" * 100_000,
    "100,000 maps": lambda: "{a: " * 100_000,
    "100,000 dashes": lambda: "- " * 100_000,
    "100,000 indents": lambda: "".join(" " * min(n, 5000) + "a:\n" for n in range(400)),
    "a line of 5 MB": lambda: HEAD + "policy: " + "あ" * 1_700_000,
    "5 MB of quotes": lambda: "'" * 5_000_000,
    "an open quote and much behind it": lambda: HEAD + 'policy: "' + "い\n" * 400_000,
    "90,000 unknown keys": lambda: HEAD + "".join(f"key{n}: x\n" for n in range(90_000)),
    "300,000 numbers in an open bracket": lambda: "programs: [" + "1, " * 300_000,
    "200,000 empty entries": lambda: (
        HEAD.replace("programs: []\n", "") + "programs:\n" + "  -\n" * 200_000
    ),
    "60,000 misspelt entries": lambda: (
        HEAD.replace("programs: []\n", "") + "programs:\n" + "  - nmae: あ\n" * 60_000
    ),
    "50,000 unknown citations": lambda: (
        SMALL
        + "priorities:\n  - {id: 1, title: x, programs: ["
        + ", ".join(f"事業{n}" for n in range(50_000))
        + "]}\n"
    ),
    "a name of 300,000 letters, cited": lambda: SMALL.replace("子育てサロン", "育" * 300_000),
    "a citation of 300,000 letters": lambda: SMALL.replace("- 子育て", "- " + "育" * 300_000, 1),
    "a citation of 100,000 ・": lambda: SMALL.replace("- 子育て", "- " + "子・" * 100_000, 1),
    "20,000 broken names": lambda: SMALL.replace(
        "          - 子育てサロン\n", "          - 子育\n          - てサロン\n" * 20_000
    ),
    "a philosophy of brackets": lambda: HEAD + "philosophy: x\npolicy: " + "「" * 300_000,
    "a policy of spaces": lambda: HEAD + "policy: 'あ" + " " * 900_000 + "い'",
    "a policy of leftovers": lambda: HEAD + "policy: '" + "<p" * 300_000 + "'",
    "a policy of half-width kana": lambda: HEAD + "policy: " + "ｱ あ" * 150_000,
    "a policy of years": lambda: HEAD + "policy: " + "令和5年度の" * 60_000,
    "a schedule of months": lambda: SMALL + "    schedule: '" + "5月・" * 150_000 + "'\n",
    "a schedule of ranges": lambda: SMALL + "    schedule: '" + "4月～" * 150_000 + "'\n",
    "a budget of digits": lambda: SMALL + "    budget: '" + "9" * 300_000 + "円'\n",
    "an integer of 300,000 digits": lambda: HEAD.replace("2024", "9" * 300_000),
    "an id of digits": lambda: SMALL.replace("1-1", "1-" + "9" * 100_000),
    "20,000 suppressions": lambda: (
        SMALL + "suppress:\n" + "  - {rule: P201, item: ない, reason: x, until: 2024}\n" * 20_000
    ),
    "lone surrogates": lambda: HEAD + 'policy: "\\ud800 \\udfff"\n',
    "line separators": lambda: HEAD.replace("\n", "\u2028"),
    "next lines": lambda: HEAD.replace("\n", "\x85"),
    "carriage returns": lambda: HEAD.replace("\n", "\r"),
    "only comments": lambda: "# \n" * 100_000,
    "tabs": lambda: "\t" * 900_000,
    "directives": lambda: "%YAML 1.2\n" * 20_000,
    "documents": lambda: "---\n" * 100_000,
    "merge keys": lambda: HEAD + "<<: {a: 1}\n" * 20_000,
    "tags": lambda: HEAD + "policy: !!python/object/apply:os.system ['echo 侵入']\n",
    "deep tags": lambda: "!" * 500_000,
    "percent signs": lambda: "%" * 500_000,
}
SOUND = {
    "a line of 5 MB",
    "a name of 300,000 letters, cited",
    "a policy of leftovers",
    "a policy of years",
    "a schedule of months",
    "carriage returns",
    "lone surrogates",
}
"""Long, but right."""
TAKE_SECONDS = {
    "90,000 unknown keys",
    "300,000 numbers in an open bracket",
    "200,000 empty entries",
    "60,000 misspelt entries",
    "50,000 unknown citations",
    "20,000 broken names",
    "20,000 suppressions",
}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if name in TAKE_SECONDS else ()) for name in BOMBS],
)
def test_what_is_meant_to_choke_it_is_told(name: str):
    report = diagnosed(BOMBS[name]().encode("utf-8", "surrogatepass"))
    assert report.diagnostics or name in SOUND


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00",
        b"\x00" * 100_000,
        b"\xff\xfe" + "計画".encode("utf-16-le"),
        b"\xff" * 100_000,
        RAW.replace("年".encode(), b"\xed\xa0\x80", 1),
        RAW.replace(b"\n", b"\r\n") + b"\x1a",
        RAW + b"\x00",
        bytes(range(256)) * 400,
        "令和".encode("iso2022_jp") * 1000,
        b"PK\x03\x04" + RAW[:500],
        b"\x1b]0;evil\x07" + RAW,
    ],
    ids=lambda raw: raw[:6].hex(),
)
def test_bytes_that_are_no_text(raw: bytes):
    assert diagnosed(raw).diagnostics


def test_the_real_plan_cut_off_anywhere():
    for length in range(0, len(RAW), 1 if LONG else every(397)):
        diagnosed(RAW[:length])


def flipped(seed: int) -> bytes:
    """The real plan after a few accidents: bytes changed, lost, doubled."""
    chance = random.Random(seed)  # noqa: S311 - accidents, no secrets
    raw = bytearray(RAW)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[at] = chance.randrange(256)
            case 1:
                raw[at] ^= 1 << chance.randrange(8)
            case 2:
                del raw[at : at + chance.randrange(1, 40)]
            case _:
                raw[at:at] = chance.choice(
                    [b"- ", b": ", b"#", b"'", b'"', b"[", b"{", b"\t", b"\n"]
                )
    return bytes(raw)


def test_random_accidents_of_the_real_plan():
    for seed in range(examples(100 * TRIES**2)):
        diagnosed(flipped(seed))


@settings(max_examples=examples(100 * TRIES), deadline=None)
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"- \x80")
def test_any_bytes(raw: bytes):
    diagnosed(raw)


@settings(max_examples=examples(60 * TRIES), deadline=None)
@given(plan_texts())
def test_any_plan_that_fits_the_schema_passes_every_rule_without_a_crash(text: str):
    file = load_bytes(text.encode("utf-8"), "2024.yaml")
    assert file.plan is not None, [each.message for each in file.findings]
    check_file(file)
    diagnosed(text.encode("utf-8"))


def awkward(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield paths that are no files one can read, each with its message."""
    (folder / "計画.yaml").mkdir()
    yield folder / "計画.yaml" / "2024.yaml", "ファイルが見つかりません"
    link = folder / "2020.yaml"
    link.symlink_to(folder / "ない.yaml")
    yield link, f"{folder / 'ない.yaml'} へのリンクですが、その先にファイルがありません"
    loop = folder / "2021.yaml"
    loop.symlink_to(loop)
    yield loop, "自分自身に戻ってくるリンクです"
    os.mkfifo(folder / "2022.yaml")
    yield folder / "2022.yaml", "これは普通のファイルではありません"
    yield folder / ("長" * 300 + ".yaml"), "名前が長すぎて、ファイルとして開けません"
    yield folder / "零\0.yaml", "ファイルを読めません（"


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made in other ways on Windows")
def test_what_is_no_file_to_read(run: Run, tmp_path: Path):
    for path, message in awkward(tmp_path):
        result = run("validate", str(path), "--format", "concise")
        assert result.code == 2, path
        assert result.out.splitlines()[0].split("P001 ")[1].startswith(message), path
        assert result.err == ""


@pytest.mark.skipif(os.name == "nt", reason="head is not there")
def test_who_has_read_enough_closes_the_pipe(tmp_path: Path):
    (tmp_path / "2024.yaml").write_text(
        SMALL + "".join(f"  - name: 事業{n}\n" for n in range(5000)), encoding="utf-8"
    )
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m shakyo_plan validate 2024.yaml | head -n 1"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith("2024.yaml:16:11: ")
    assert done.stderr == ""


def test_the_name_of_a_file_never_acts_on_the_terminal(run: Run, plans: Path):
    name = "20\x1b[31m24.csv"
    result = run("programs", "--output-file", name)
    assert (result.code, result.err) == (0, "20␛[31m24.csv に書き出しました\n")
