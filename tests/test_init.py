"""``plan init``: a council with nothing gets files that are sound, and loses none that it has."""

from __future__ import annotations

import itertools
import os
import select
import sys
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from shakyo_plan.config import find_config
from shakyo_plan.lint.engine import lint
from shakyo_plan.next_year.first_plan import first_plan
from shakyo_plan.next_year.shape import ListedUnder, Shape, read_districts
from shakyo_plan.source.document import read_document
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load, load_bytes, load_file
from shakyo_plan.values.fiscal_year import FiscalYear
from tests.amount import examples
from tests.conftest import ROOT, Run, hear_interrupts

if sys.platform != "win32":
    import pty


def test_a_folder_is_begun(run: Run, tmp_path: Path):
    result = run("init", "--council", "社会福祉法人 試験市社会福祉協議会", "--year", "R7")
    assert result.code == 0
    assert result.err == (
        "plans/2025.yaml に書き出しました\n"
        "shakyo-plan.toml に書き出しました\n"
        ".gitattributes に書き出しました\n"
    )
    assert (
        result.out
        == """\
次にすること:
  plans/2025.yaml をエディターで開き、例の言葉を自分たちの計画に書き換える
  plan validate で確認する
  plan summary で全体を見る
"""
    )
    path = tmp_path / "plans" / "2025.yaml"
    plan = load(path)
    assert (plan.fiscal_year, plan.council.name) == (2025, "社会福祉法人 試験市社会福祉協議会")
    assert path.read_text(encoding="utf-8").startswith("# 令和7年度 事業計画書の計画ファイル\n")
    assert lint([load_file(path)]).diagnostics == ()
    assert run("validate").out == "1ファイルを確認しました。指摘はありません: plans/2025.yaml\n"
    config = find_config(tmp_path)
    assert (config.lang, config.plans_dir) == ("ja", tmp_path / "plans")
    attributes = (tmp_path / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert [line for line in attributes if not line.startswith("#")] == [
        "*.yaml text eol=lf",
        "*.toml text eol=lf",
        "plans/*.yaml diff=plan",
    ]


def test_the_plan_to_fill_in_has_the_canonical_layout(run: Run, tmp_path: Path):
    run("init", "--council", "試験社協", "--year", "2024")
    raw = (tmp_path / "plans" / "2024.yaml").read_bytes()
    assert formatted(read_document(raw)) == raw.decode("utf-8")


def test_every_setting_that_stands_as_an_example_can_be_taken_up(run: Run, tmp_path: Path):
    run("init", "--council", "試験社協", "--year", "2024")
    path = tmp_path / "shakyo-plan.toml"
    taken = [
        line.removeprefix("# ") if " = " in line else line
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    path.write_text("\n".join(taken), encoding="utf-8")
    assert len(tomllib.loads("\n".join(taken))) == 5
    assert run("validate").code == 0


@pytest.mark.parametrize(
    "council", ["「社協」: 試験 # 1", "- 社協", "'社協'", '"', "{社協}", "2024", "社協\n二行目"]
)
def test_any_name_of_a_council_is_written_as_a_text(run: Run, tmp_path: Path, council: str):
    assert run("init", "--council", council, "--year", "2030").code == 0
    assert load(tmp_path / "plans" / "2030.yaml").council.name == council


@pytest.mark.parametrize(
    ("service", "path"),
    [("github", ".github/workflows/plan.yml"), ("gitlab", ".gitlab-ci.yml")],
)
def test_a_file_for_ci_on_request(run: Run, tmp_path: Path, service: str, path: str):
    arguments = ["init", "社協", "--council", "試験社協", "--year", "R7", "--ci", service]
    assert f"社協/{path} に書き出しました\n" in run(*arguments).err.replace("\\", "/")
    text = (tmp_path / "社協" / path).read_text(encoding="utf-8")
    assert "plan validate" in str(YAML(typ="safe").load(text))
    assert (tmp_path / "社協" / "plans" / "2025.yaml").is_file()


def test_what_is_there_stays(run: Run, tmp_path: Path):
    (tmp_path / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    result = run("init", "--council", "試験社協", "--year", "2025")
    assert "すでにあるので、そのままにしました: .gitattributes\n" in result.err
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    plan = tmp_path / "plans" / "2025.yaml"
    plan.write_text("大事なもの", encoding="utf-8")
    result = run("init", "--council", "試験社協", "--year", "2026")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 計画がすでにあります: plans/2025.yaml\n  → 新年度の計画は「plan new」で作ります\n"
    )
    assert [path.name for path in plan.parent.iterdir()] == ["2025.yaml"]


def test_nothing_is_asked_through_a_pipe(run: Run, tmp_path: Path):
    result = run("init", "--year", "2025")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: --council がありません\n  → 例: plan init --council ○○市社会福祉協議会 --year R7\n"
    )
    assert run("init", "--council", "試験社協", "--year", "いつか").code == 2
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path):
    (tmp_path / "社協").write_text("ファイル", encoding="utf-8")
    result = run("init", "社協", "--council", "試験社協", "--year", "2025")
    assert (result.code, result.out) == (2, "")
    assert (
        result.err
        == "plan: フォルダー 社協/plans を作れません: 途中に同じ名前のファイルがあります\n"
    )


def test_the_next_steps_begin_in_the_new_folder(run: Run):
    out = run("init", "社協 計画", "--council", "試験社協", "--year", "R7").out
    assert out.splitlines()[-4:] == [
        '  cd "社協 計画"',
        "  plans/2025.yaml をエディターで開き、例の言葉を自分たちの計画に書き換える",
        "  plan validate で確認する",
        "  plan summary で全体を見る",
    ]


@pytest.mark.parametrize(
    ("council", "year", "message"),
    [
        (" ", "2025", "plan: 名称が空です\n"),
        ("　", "R7", "plan: 名称が空です\n"),
        ("甲社協", "9999", "plan: "),
    ],
)
def test_a_plan_that_would_not_be_sound_is_not_written(
    run: Run, tmp_path: Path, council: str, year: str, message: str
):
    result = run("init", "新しい社協", "--council", council, "--year", year)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    assert not (tmp_path / "新しい社協").exists()


SHAPES = [
    Shape(goals, under)
    for goals, under in itertools.product((True, False), ListedUnder)
    if goals or under is not ListedUnder.GOAL
]
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_first_plan_of_any_shape_is_sound_and_canonical(tmp_path: Path, shape: Shape):
    path = tmp_path / "2025.yaml"
    path.write_text(first_plan("試験社協", FiscalYear(2025), shape), encoding="utf-8")
    assert lint([load_file(path)]).diagnostics == ()
    assert formatted(read_document(path.read_bytes())) == path.read_text(encoding="utf-8")


@given(
    st.sampled_from(SHAPES),
    WORDS,
    st.dictionaries(st.sampled_from(["priority", "goal", "plan", "section", "management"]), WORDS),
    st.dictionaries(
        st.sampled_from(["priority", "goal", "plan"]), st.sampled_from(["Ⅰ", "(1)", "なし"])
    ),
    st.lists(WORDS, max_size=3, unique=True),
)
@settings(max_examples=examples(50))
def test_whatever_words_a_council_has_the_file_holds_them(
    base: Shape,
    council: str,
    labels: dict[str, str],
    numbering: dict[str, str],
    districts: list[str],
):
    shape = Shape(base.goals, base.listed_under, labels, numbering, tuple(districts))
    text = first_plan(council, FiscalYear(2025), shape)
    loaded = load_bytes(text.encode("utf-8"), "2025.yaml")
    assert loaded.findings == ()
    assert loaded.plan is not None
    assert loaded.plan.council.name == council
    assert loaded.plan.council.districts == tuple(districts)
    assert all(getattr(loaded.plan.labels, key) == word for key, word in labels.items())
    assert all(getattr(loaded.plan.numbering, key) == one for key, one in numbering.items())
    assert formatted(read_document(text.encode("utf-8"))) == text


FLAT = """\
council:
  name: ○○町社会福祉協議会
  # 地区協議会の名前。事業の district には、ここにある名前を書きます。
  districts: [北部, 南部]

# 自分たちの呼び方。
labels:
  priority: 重点目標
  plan: 事業区分

# 印刷する番号。それぞれの最初の番号を、印刷のとおりに書きます。番号がなければ「なし」です。
# 下の id には、印刷のしかたにかかわらず、ふつうの数字を書きます。
numbering:
  plan: （1）
"""


def test_the_shape_of_a_council_is_taken_from_options(run: Run, tmp_path: Path):
    result = run(
        "init", "--council", "○○町社会福祉協議会", "--year", "R7", "--flat",
        "--label", "基本計画＝事業区分、priority=重点目標", "--numbering", "plan=（1）",
        "--districts", "北部・南部",
    )  # fmt: skip
    assert result.code == 0
    text = (tmp_path / "plans" / "2025.yaml").read_text(encoding="utf-8")
    assert FLAT in text
    assert "\n# 事業区分。番号は 1、2、3 のように書きます。\nplans:\n  - id: 1\n" in text
    for usual in ("基本目標", "基本計画", "重点項目"):
        assert usual not in text
    assert run("outline").out.splitlines()[4:6] == ["（1）  居場所づくり", "  (1) 集いの場の充実"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--flat", "--programs-under", "goal"],
            "plan: 基本目標のない計画では、その下に事業を載せられません\n"
            "  → --flat を取るか、--programs-under に plan か section を指定してください\n",
        ),
        (
            ["--label", "基本計面=施策"],
            "plan: --labelに「基本計面」とは書けません\n  → 「基本計画」のことですか？ 書けるのは",
        ),
        (
            ["--label", "施策"],
            "plan: --labelに「施策」とは書けません\n  → 例: --label goal=基本施策\n",
        ),
        (["--label", "goal="], "plan: 「」は、計画の部分の呼び方になりません\n"),
        (["--numbering", "goal=壱"], "plan: 「壱」からは最初の番号が読み取れません\n"),
        (["--programs-under", "どこか"], "plan: --programs-underに「どこか」とは書けません\n"),
    ],
)
def test_a_shape_that_no_plan_has_is_told(
    run: Run, tmp_path: Path, options: list[str], message: str
):
    result = run("init", "--council", "試験社協", "--year", "R7", *options)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    assert [*tmp_path.iterdir()] == []


def test_a_plan_may_be_nothing_but_priorities(run: Run, tmp_path: Path):
    arguments = ["init", "--council", "試験社協", "--year", "R7", "--programs-under", "重点項目"]
    assert run(*arguments).code == 0
    plan = load(tmp_path / "plans" / "2025.yaml")
    assert (plan.goals, plan.plans) == ((), ())
    assert [part.title for part in plan.priorities] == ["つながりづくり", "困りごとを支える"]
    assert run("validate").code == 0


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("北部、南部", ("北部", "南部")),
        ("北部,南部， 東部", ("北部", "南部", "東部")),
        ("北部・南部", ("北部", "南部")),
        ("北部　南部 北部", ("北部", "南部")),
        ("久之浜・大久、四倉", ("久之浜・大久", "四倉")),
        ("なし", ()),
        ("", ()),
        ("、", ()),
    ],
)
def test_districts_are_parted_by_what_looks_like_a_comma(written: str, names: tuple[str, ...]):
    assert read_districts(written) == names


def test_nothing_of_the_shape_is_asked_through_a_pipe(run: Run, tmp_path: Path):
    assert run("init", "--council", "試験社協", "--year", "R7").code == 0
    plan = load(tmp_path / "plans" / "2025.yaml")
    assert (plan.council.districts, plan.labels.goal) == (("北部", "南部"), "基本目標")


class Terminal:
    """``plan`` in a terminal of its own, in a folder."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.shown = ""
        environment = {
            **os.environ, "PLAN_LANG": "ja", "LANG": "C.UTF-8", "TERM": "xterm", "COLUMNS": "200",
            "PYTHONPATH": str(ROOT / "src"),
        }  # fmt: skip
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            hear_interrupts()
            os.chdir(folder)
            program = [sys.executable, "-m", "shakyo_plan", *arguments]
            os.execve(sys.executable, program, environment)  # noqa: S606

    def answer(self, question: str, keys: str) -> None:
        """Wait for a question, and type the answer to it."""
        end = time.monotonic() + 20
        begin = len(self.shown)
        while question not in self.shown[begin:] and time.monotonic() < end:
            self._read()
        assert question in self.shown[begin:], self.shown
        os.write(self._terminal, keys.encode())

    def ended(self) -> int:
        """Read on to the end, and return the exit code."""
        while self._read():
            pass
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])

    def _read(self) -> bool:
        if not select.select([self._terminal], [], [], 5)[0]:
            return True
        try:
            found = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.shown += found.decode("utf-8", "replace")
        return bool(found)


in_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")


@in_a_terminal
def test_a_person_at_the_terminal_is_asked_for_the_shape(tmp_path: Path):
    terminal = Terminal(tmp_path, "init")
    terminal.answer("協議会の正式な名称: ", "○○町社会福祉協議会\n")
    terminal.answer("最初の計画の年度（2025、R7 など）: ", "いつか\n")
    terminal.answer("最初の計画の年度（2025、R7 など）: ", "令和７年度\n")
    terminal.answer("（はい／いいえ）［はい］: ", "ｙ\n")
    terminal.answer("「基本計画」をまとめる「基本目標」のような段がありますか", "いいえ\n")
    terminal.answer("「基本計画」にあたる部分の呼び方［基本計画］: ", "事業区分\n")
    terminal.answer("印刷する事業区分の最初の番号", "（1）\n")
    terminal.answer("「重点項目」にあたる部分の呼び方［重点項目］: ", "重点目標\n")
    under = "事業をどの下に載せますか（事業区分、節、重点目標）［事業区分］: "
    terminal.answer(under, "どこか\n")
    terminal.answer(under, "\n")
    terminal.answer("地区の名前（「、」で区切ります。なければ Enter）: ", "北部・南部\n")
    assert terminal.ended() == 0
    assert "plan: 「いつか」は年度として読めません" in terminal.shown
    assert "plan: 「どこか」は、この中にありません" in terminal.shown
    assert "地区は2つです: 北部、南部" in terminal.shown
    assert FLAT in (tmp_path / "plans" / "2025.yaml").read_text(encoding="utf-8")


@in_a_terminal
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_who_gives_up_has_no_file(tmp_path: Path, key: str):
    terminal = Terminal(tmp_path, "init", "--council", "試験社協", "--year", "R7")
    terminal.answer("（はい／いいえ）［はい］: ", "はい\n")
    terminal.answer("のような段がありますか", key)
    assert terminal.ended() == 130
    assert "中止しました。何も書き出していません" in terminal.shown
    assert [*tmp_path.iterdir()] == []


@in_a_terminal
def test_who_wants_no_questions_gets_the_usual_shape(tmp_path: Path):
    terminal = Terminal(tmp_path, "init", "--council", "試験社協", "--year", "R7")
    terminal.answer("（はい／いいえ）［はい］: ", "いいえ\n")
    assert terminal.ended() == 0
    written = (tmp_path / "plans" / "2025.yaml").read_text(encoding="utf-8")
    assert written == first_plan("試験社協", FiscalYear(2025), Shape())


@in_a_terminal
def test_who_names_the_shape_is_not_asked_for_it(tmp_path: Path):
    terminal = Terminal(tmp_path, "init", "--council", "試験社協", "--year", "R7", "--flat")
    assert terminal.ended() == 0
    assert load(tmp_path / "plans" / "2025.yaml").goals == ()
