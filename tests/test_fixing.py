"""``--fix``, ``--unsafe-fixes`` and ``--diff``: what is mended, what is left, what never happens."""

from __future__ import annotations

import io
import random
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.lint.fixing import fix
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.output.patch import unified_diff
from shakyo_plan.source.loading import load_bytes
from tests.amount import examples
from tests.conftest import REAL, ROOT, SMALL, Run

AS_PRINTED = ROOT / "examples" / "iwaki-2024-as-printed.yaml"
SLIPS = SMALL.replace("id: 1-1", "id: １－１  # 全角").replace(
    "          - 子育てサロン\n", "          - 子育て サロン  # 毎月\n          - 子育てサロソ\n"
)


def test_what_is_certain_is_mended_and_the_rest_is_told(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    result = run("validate", "--fix", "--format", "concise")
    assert result.code == 1
    assert result.err == "plans/2024.yaml: 2件を自動修正しました（P104: 1、P215: 1）\n"
    assert result.out == (
        "plans/2024.yaml:14:13: 誤り P201 「子育てサロソ」は、事業一覧（programs:）にありません\n"
        "1ファイルを確認しました（誤り 1件）\n"
        "1件は --unsafe-fixes で自動修正できます。先に --diff で確認してください\n"
    )
    mended = SLIPS.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert path.read_text(encoding="utf-8") == mended
    run("validate", "--unsafe-fixes")
    # Now the program is cited twice, which is certain again.
    assert path.read_text(encoding="utf-8") == mended.replace("          - 子育てサロソ\n", "")


def test_diff_shows_and_writes_nothing(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SLIPS, encoding="utf-8")
    result = run("validate", "--diff")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        "--- plans/2024.yaml\n"
        "+++ plans/2024.yaml\n"
        "@@ -8,8 +8,8 @@\n"
        "     title: 共に生きる\n"
        "     plans:\n"
        "-      - id: １－１  # 全角\n"
        "+      - id: 1-1  # 全角\n"
        "         title: 子育て\n"
        "         programs:\n"
        "-          - 子育て サロン  # 毎月\n"
        "+          - 子育てサロン  # 毎月\n"
        "           - 子育てサロソ\n"
        " programs:\n"
    )
    assert path.read_text(encoding="utf-8") == SLIPS
    nothing = run("validate", "--diff", str(REAL))
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err == ("自動修正できるものはありません。指摘は「plan validate」で見られます\n")


def test_the_plan_as_printed_becomes_our_plan_but_for_what_a_person_decides(
    run: Run, tmp_path: Path
):
    path = tmp_path / "2024.yaml"
    path.write_bytes(AS_PRINTED.read_bytes())
    run("validate", "--unsafe-fixes", str(path))
    ours = REAL.read_text(encoding="utf-8")
    undecided = "男の料理教室（遠野）（新規）・ふくしの教室（好間）（新規）"
    expected = (
        ours[ours.index("format: 1") :]
        .replace("- 男の料理教室\n              - ふくしの教室\n", f"- {undecided}\n")
        .replace(
            "          - ふくみちゃんカフェ（被災地域つどいの場）",
            "          - 'ふくみちゃんカフェ（被災地域つどいの場）'",
        )
        .replace(
            "          - ボランティア活動活発化事業", "          - 'ボランティア活動活発化事業'"
        )
    )
    mended = path.read_text(encoding="utf-8")
    assert mended[mended.index("format: 1") :] == expected
    assert run("validate", "--unsafe-fixes", str(path)).err == ""
    assert path.read_text(encoding="utf-8") == mended


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(run: Run, plans: Path, mark: str):
    path = plans / "2024.yaml"
    text = mark + SLIPS.replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8"))
    run("validate", "--fix")
    expected = text.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert path.read_bytes() == expected.encode("utf-8")


def test_standard_input_is_printed_mended(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SLIPS.encode("utf-8"))))
    result = run("validate", "-", "--fix", "--format", "concise")
    assert result.out == SLIPS.replace("１－１", "1-1").replace("子育て サロン", "子育てサロン")
    assert result.err.splitlines()[:2] == [
        "<stdin>: 2件を自動修正しました（P104: 1、P215: 1）",
        "<stdin>:14:13: 誤り P201 「子育てサロソ」は、事業一覧（programs:）にありません",
    ]


def test_standard_input_keeps_its_name_for_services_when_mended(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    (tmp_path / "社協").mkdir()
    monkeypatch.chdir(tmp_path / "社協")
    for options in ((), ("--fix",)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SLIPS.encode("utf-8"))))
        named = ("--stdin-filename", "2024.yaml")
        result = run("validate", "-", *options, *named, "--format", "github")
        assert "::error file=2024.yaml,line=14," in result.out + result.err


def test_a_file_that_is_no_plan_is_not_touched(run: Run, plans: Path):
    path = plans / "2024.yaml"
    broken = SLIPS.replace("format: 1", "format: 2")
    path.write_text(broken, encoding="utf-8")
    assert run("validate", "--fix").code == 1
    assert path.read_text(encoding="utf-8") == broken


def test_what_is_ignored_or_accepted_is_not_mended(run: Run, plans: Path):
    path = plans / "2024.yaml"
    text = (
        SLIPS
        + "suppress:\n  - {rule: P215, item: 子育て サロン, reason: 見出しのまま, until: 2024}\n"
    )
    path.write_text(text, encoding="utf-8")
    run("validate", "--fix", "--ignore", "P104")
    assert path.read_text(encoding="utf-8") == text


def test_diff_tells_of_files_that_cannot_be_mended(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SLIPS.replace("format: 1", "format: 2"), encoding="utf-8")
    result = run("validate", "--diff")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "plans/2024.yaml:1:9: 誤り P026 形式のバージョンを 2 にはできません\n"
        "1ファイルを確認しました（誤り 1件）\n"
        "1ファイルは、誤りが直るまでそのままにします\n"
    )
    assert run("validate", "--diff", "ない.yaml").code == 2


def test_diff_calls_no_file_untouched_that_it_mends(run: Run, plans: Path):
    path = plans / "2024.yaml"
    path.write_text(SMALL.replace("fiscal_year: 2024", "fiscal_year: 令和6年度"), encoding="utf-8")
    result = run("validate", "--diff")
    assert result.code == 1
    assert "+fiscal_year: 2024" in result.out
    assert result.err == ""


@pytest.mark.parametrize("flow", [False, True])
def test_however_many_slips_a_list_has_one_run_mends_them(run: Run, plans: Path, flow: bool):
    cited = "          - 子育てサロン\n"
    many = " [" + ", ".join(["子育てサロン"] * 200) + "]\n" if flow else "\n" + cited * 200
    once = " [子育てサロン]\n" if flow else "\n" + cited
    path = plans / "2024.yaml"
    path.write_text(SMALL.replace("\n" + cited, many), encoding="utf-8")
    run("validate", "--fix")
    assert path.read_text(encoding="utf-8") == SMALL.replace("\n" + cited, once)


def test_marks_that_slipped_into_a_line_of_their_own_do_not_leave_an_empty_name(
    run: Run, plans: Path
):
    path = plans / "2024.yaml"
    text = SMALL.replace("- 子育てサロン\n", "- 子育てサロン\n          - （新規）\n", 1)
    path.write_text(text, encoding="utf-8")
    result = run("validate", "--unsafe-fixes", "--format", "concise")
    assert result.out.splitlines()[0] == (
        "plans/2024.yaml:14:13: 誤り P201 「（新規）」は、事業一覧（programs:）にありません"
    )
    assert path.read_text(encoding="utf-8") == text


def misprinted(seed: int) -> str:
    """A plan with misprints of many kinds, where people make them."""
    chance = random.Random(seed)  # noqa: S311 - misprints, not a secret
    lines = []
    for line in chance.choice([REAL, AS_PRINTED]).read_text(encoding="utf-8").splitlines():
        cited = line.lstrip().startswith("- ") and ":" not in line and "'" not in line
        slip = chance.randrange(100)
        if cited and slip < 5:
            lines.append(line)
        elif cited and slip < 8 and len(line.strip()) > 8:
            lines.append(line[:-4])
            line = line[: line.index("-")] + "- " + line[-4:]
        elif cited and slip < 12:
            line += chance.choice(
                ["（新規）", "・生活資金貸付事業", "  （常磐）", "（市受託事業）", "サロン"]
            )
        elif cited and slip < 20:
            line = line.translate(str.maketrans("（）", chance.choice(["()", "(）"])))
        elif "- id: " in line and slip < 30:
            before, number = line.split("id: ")
            line = f"{before}id: {number.translate(str.maketrans('123-', '１２３' + chance.choice('－−ー')))}"
        elif "事業" in line and "#" not in line and slip < 5:
            left = ["事 業", "事　業", "<p>事業", "事業&nbsp;", "ｼﾞｷﾞｮｳ事業", "事業\u200b"]
            line = line.replace("事業", chance.choice(left), 1)
        elif slip < 3:
            line = line.replace("及び", "および")
        lines.append(line)
    return "\n".join(lines) + "\n"


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_fixing_twice_is_fixing_once(seed: int, unsafe: bool):
    file = load_bytes(misprinted(seed).encode("utf-8"), "2024.yaml")
    if file.plan is None:
        return  # an id that is no number any more
    mended = fix(file, Settings(), unsafe=unsafe)
    assert mended.file.plan is not None
    again = fix(mended.file, Settings(), unsafe=unsafe)
    assert (again.fixed, again.file.document.text) == ((), mended.file.document.text)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\r\nb\r\n", "a\r\nc\r\n", " a\n-b\n+c\n"),
        ("a\r\nb\n", "a\r\nb\r\n", " a␍\n-b\n+b␍\n"),
        ("a\nb", "a\nb\n", " a\n-b\n\\ No newline at end of file\n+b\n"),
        ("a\n\x1b[31m\n", "a\n", " a\n-␛[31m\n"),
    ],
)
def test_a_diff_shows_line_ends_only_where_they_differ(before: str, after: str, lines: str):
    shown = unified_diff("p.yaml", before, after)
    assert "".join(shown.splitlines(keepends=True)[3:]) == lines


MISTAKES = """\
format: 1
fiscal_year: 2024
council:
  name: 試験社協
  districts: [常磐, 内郷]
philosophy: 共に&amp;生きる
policy: |
  住民と**共に**進める。
  支え合う。
priorities:
  - id: 1
    title: つながり
    programs:
      - 子育てサロン
      - 子育てサロン
      - 子育て サロン
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
          - 子育てサロン（新規）
          - 高齢者いきいき
          - 教室
          - 子育てサロン・配食サービス
          - 配食サビス
          - group: 各種事業の開催
            programs:
              - 配食サービス
              - 配食サービス
      - {id: １－２, title: 高齢, programs: [子育てサロン, 配食サービス, 子育てサロン]}
      - id: 1-3
        title: 見守り
        programs: [
          配食サービス,
          配食サービス,
          子育てサロン]
programs:
  - name: 子育てサロン
    status: new
    district: 常磐
  - name: 高齢者いきいき教室
    aliases: [いきいき教室]
    budget: 69 千円
  - name: 配食サービス
    schedule: 7月〜9月
"""
_LINES = MISTAKES.splitlines()
_BLOCK = range(_LINES.index("policy: |") + 1, _LINES.index("priorities:"))


@given(
    said=st.lists(
        st.sampled_from(["", "above", "behind", "both"]), min_size=len(_LINES), max_size=len(_LINES)
    )
)
@settings(max_examples=examples(25), deadline=None)
def test_no_fix_ever_loses_a_comment(said: list[str]):
    lines = []
    for number, (line, where) in enumerate(zip(_LINES, said, strict=True)):
        indent = line[: len(line) - len(line.lstrip())]
        if where in ("above", "both") and number not in _BLOCK:
            lines.append(f"{indent}# 上{number}")
        behind = where in ("behind", "both") and number not in _BLOCK
        lines.append(f"{line}  # 横{number}" if behind else line)
    text = "\n".join(lines) + "\n"
    comments = re.findall(r"# [上横]\d+", text)
    for unsafe in (False, True):
        fixed = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=unsafe)
        assert fixed.fixed
        left = re.findall(r"# [上横]\d+", fixed.file.document.text)
        assert sorted(left) == sorted(comments)


def test_a_comment_behind_what_goes_stays_on_a_line_of_its_own(run: Run, plans: Path):
    text = SMALL.replace(
        "          - 子育てサロン\n",
        "          - 子育てサロン\n          - 子育てサロン  # 理事会で確認するまで消さない\n",
    )
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    run("validate", "--fix")
    assert (plans / "2024.yaml").read_text(encoding="utf-8") == SMALL.replace(
        "          - 子育てサロン\n",
        "          - 子育てサロン\n          # 理事会で確認するまで消さない\n",
    )


LINES = st.lists(st.sampled_from(["a", "b", "c", "一", "二", "", "三 "]), max_size=12).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


def patched(before: str, patch: str) -> str:
    """Make the changes that a patch says, line by line, and see that its counts are right."""
    old, new, at = before.splitlines(keepends=True), [], 0
    for line in patch.splitlines(keepends=True)[2:]:
        if hunk := re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            new += old[at:start]
            at = start
            assert len(new) == int(hunk[3]) - (hunk[4] != "0")
        elif line.startswith("+"):
            new.append(line[1:])
        else:
            assert old[at] == line[1:]
            at += 1
            new += [line[1:]] if line.startswith(" ") else []
    return "".join([*new, *old[at:]])


@given(before=LINES, after=LINES, most=st.sampled_from([0, 4, 1000]))
@settings(max_examples=examples(150), deadline=None)
def test_a_patch_makes_the_one_text_of_the_other(before: str, after: str, most: int):
    with pytest.MonkeyPatch.context() as context:
        context.setattr("shakyo_plan.output.patch._MOST_PAIRS", most)
        patch = unified_diff("2024.yaml", before, after)
    assert (patch == "") == (before == after)
    assert patched(before, patch) == after
