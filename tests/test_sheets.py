"""Lists in every format, sorted, in the columns asked for, to a file or a pager."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typer

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.app import build_app
from shakyo_plan.cli.complete import columns_of
from shakyo_plan.cli.pager import shown_in_pager
from shakyo_plan.cli.session import Session, open_session
from shakyo_plan.language import Translator
from shakyo_plan.lookup.programs.view import program_columns
from shakyo_plan.output.formats import LIST_FORMATS
from shakyo_plan.output.table import Column, Table, lines_of
from tests.conftest import REAL, ROOT, SMALL, Run

REAL_FILE = ("--file", str(REAL))


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))


def test_columns_are_chosen_by_key_or_heading_in_the_order_asked_for(run: Run):
    out = run("programs", *REAL_FILE, "--status", "new", "--columns", "district,事業", "--format", "csv").out  # fmt: skip
    assert rows(out)[:2] == [
        {"地区": "遠野", "事業": "男の料理教室"},
        {"地区": "川前", "事業": "高齢者おでかけ応援事業"},
    ]


def test_json_has_just_the_columns_chosen(run: Run):
    out = run("programs", *REAL_FILE, "--district", "遠野", "--columns", "name,plan_count,marks", "--format", "json").out  # fmt: skip
    assert json.loads(out) == [{"name": "男の料理教室", "plan_count": 1, "marks": ["新規", "遠野"]}]


@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_a_column_that_does_not_exist_is_told_with_those_that_do(run: Run, option: str):
    result = run("programs", *REAL_FILE, option, "distict")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "plan: 「distict」という列はありません\n"
        "  → 「district」のことですか？ 指定できる列: "
        f"{'、'.join(JA(column.names) for column in program_columns(JA))}\n"
    )


def test_sorting_puts_the_greatest_first_where_a_minus_says_so(run: Run):
    out = run("programs", *REAL_FILE, "--sort", "-plan_count", "--columns", "name", "--format", "csv").out  # fmt: skip
    assert [row["事業"] for row in rows(out)[:2]] == ["住民支え合い事業", "住民支え合い活動づくり事業"]  # fmt: skip
    assert rows(out)[-1]["事業"] == "ボランティア育成研修会・連絡会"


def test_what_has_no_value_comes_last_both_ways(run: Run):
    for name in ("budget", "-budget"):
        out = run(
            "programs", *REAL_FILE, "--sort", name, "--columns", "name", "--format", "csv"
        ).out
        assert rows(out)[0]["事業"] == "ボランティア活動活発化事業"


def test_ten_comes_after_nine():
    columns: tuple[Column[str], ...] = (Column("id", "番号", value=str),)
    table = Table(columns, lines_of(["2-10", "2-9", "10-1", "", "2-9b", "1-1"]))
    assert table.sorted_by("id").records == ("1-1", "2-9", "2-9b", "2-10", "10-1", "")
    assert table.sorted_by("-番号").records == ("10-1", "2-10", "2-9b", "2-9", "1-1", "")


def test_no_cell_is_cut_however_many_columns_a_narrow_terminal_has(
    run: Run, monkeypatch: pytest.MonkeyPatch
):
    from rich.cells import cell_len

    def in_a_terminal(lang: str | None, environment: Mapping[str, str]) -> Session:
        return replace(open_session(lang, environment), terminal_width=80)

    monkeypatch.setattr(edge, "open_session", in_a_terminal)
    every = "name,marks,status,district,commissioned_by,schedule,budget_yen,goals,plans,group"
    out = run("programs", *REAL_FILE, "--district", "遠野", "--columns", every).out
    assert max(map(cell_len, out.splitlines())) <= 80
    for word in ("男の料理教室", "新規・遠野", "5月・10月", "各種事業の開催"):
        assert all(out.count(letter) >= word.count(letter) for letter in word), word


def test_statuses_sort_in_the_order_of_the_schema(run: Run):
    out = run("programs", *REAL_FILE, "--sort", "status", "--columns", "status", "--format", "json")
    statuses = [row["status"] for row in json.loads(out.out)]
    assert statuses == ["new"] * 7 + ["continued"] * 48 + ["restructured"]


class Page(HTMLParser):
    """Notes every tag and attribute of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.lang = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag == "html":
            self.lang = dict(attrs)["lang"] or ""


def test_html_is_one_page_that_needs_nothing_else(run: Run):
    out = run("programs", *REAL_FILE, "--plan", "1-3", "--format", "html").out
    page = Page(out)
    assert page.lang == "ja"
    assert page.links == []
    assert "script" not in page.tags
    assert "url(" not in out
    assert "@import" not in out
    assert "令和6年度（2024）  事業一覧（基本計画：1-3 高齢者福祉の充実）</h1>" in out
    assert '<tr class="heading"><th scope="row" colspan="4">各種事業の開催（介護予防教室・介護技術講座等）</th></tr>' in out  # fmt: skip
    assert "table-header-group" in out


def test_html_shows_what_a_plan_says_and_obeys_none_of_it(run: Run, plans: Path):
    name = '<script>alert("1")</script>&amp;'
    text = SMALL.replace("  - name: 子育てサロン\n", f"  - name: '{name}'\n")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    out = run("programs", "--format", "html").out
    assert "script" not in Page(out).tags
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;amp;" in out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("一覧.csv", "\ufeff事業,区分"),
        ("一覧.html", "<!DOCTYPE html>"),
        ("一覧.JSON", "[\n  {"),
        ("一覧.md", "| 事業 |"),
        ("一覧.txt", "令和6年度（2024）"),
    ],
)
def test_a_file_gets_the_format_that_its_name_tells(
    run: Run, tmp_path: Path, name: str, start: str
):
    result = run("programs", *REAL_FILE, "-o", name)
    assert (result.code, result.out, result.err) == (0, "", f"{name} に書き出しました\n")
    assert (tmp_path / name).read_bytes().decode("utf-8").startswith(start)


def test_a_plan_is_never_overwritten_by_a_list(run: Run, plans: Path):
    before = (plans / "2024.yaml").read_bytes()
    result = run("programs", "--format", "csv", "--output-file", "plans/2024.yaml")
    assert result.code == 2
    assert "計画ファイルかもしれない" in result.err
    assert run("programs", "--output-file", "plans/2024.yaml").code == 2
    assert (plans / "2024.yaml").read_bytes() == before


def test_the_summary_goes_to_a_file_too(run: Run, tmp_path: Path):
    assert run("summary", *REAL_FILE, "-o", "s.txt").out == ""
    assert (tmp_path / "s.txt").read_text(encoding="utf-8").startswith("社会福祉法人 いわき市")


JA = Translator("ja")
pty = pytest.importorskip("pty")


def on_a_terminal(tmp_path: Path, *arguments: str, lines: int) -> str:
    """Run ``plan`` on a terminal of that height, with a pager that says who it is."""
    import fcntl
    import struct
    import termios

    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED; cat\n", encoding="utf-8")
    pager.chmod(0o755)
    process, terminal = pty.fork()
    if process == 0:
        # The names of our own environment only: what readline puts in there beside us says LINES.
        named = {"PAGER": str(pager), "TERM": "xterm", "LANG": "ja_JP.UTF-8", "PYTHONUTF8": "1"}
        environment = {key: value for key, value in os.environ.items() if key != "LINES"} | named
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
        os.chdir(ROOT)
        command = [sys.executable, "-m", "shakyo_plan", *arguments]
        os.execve(sys.executable, command, environment)  # noqa: S606
    read = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is gone
            break
        if not piece:
            break
        read += piece
    os.waitpid(process, 0)
    os.close(terminal)
    return read.decode("utf-8")


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize(
    ("arguments", "lines", "paged"),
    [
        (["programs"], 24, True),
        (["programs"], 200, False),
        (["programs", "--no-pager"], 24, False),
        (["summary"], 24, False),
    ],
)
def test_only_what_does_not_fit_the_screen_goes_to_the_pager(
    tmp_path: Path, arguments: list[str], lines: int, paged: bool
):
    shown = on_a_terminal(tmp_path, *arguments, lines=lines)
    assert shown.startswith("PAGED") is paged
    assert "令和6年度" in shown


@pytest.mark.parametrize("named", [None, "less", "less -i"])
def test_the_pager_says_how_to_go_on_and_how_to_leave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str | None
):
    less = tmp_path / "less"
    less.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$LESS" "$@" > "$0.told"; cat > "$0.shown"\n',
        encoding="utf-8",
    )
    less.chmod(0o755)
    monkeypatch.delenv("LESS", raising=False)
    if named is not None:
        monkeypatch.setenv("PAGER", named)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    own = named.split()[1:] if named else []
    assert shown_in_pager("一\n", "q: leave. 100%?")
    told = (tmp_path / "less.told").read_text(encoding="utf-8").splitlines()
    assert told == ["FX", "-R", r"-Psq\: leave\. 100\%\?", *own]
    assert (tmp_path / "less.shown").read_text(encoding="utf-8") == "一\n"
    # A prompt in Japanese would be garbled; the sentence stands above the text.
    assert shown_in_pager("一\n", "q: 終わる")
    told = (tmp_path / "less.told").read_text(encoding="utf-8").splitlines()
    assert told == ["FX", "-R", r"-PsSpace, b, /, q\: quit", *own]
    assert (tmp_path / "less.shown").read_text(encoding="utf-8") == "q: 終わる\n\n一\n"


def test_a_pipe_is_never_paged(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PAGER", "false")
    assert run("programs", *REAL_FILE).out.startswith("令和6年度（2024）")


@pytest.mark.parametrize("suffix", [".xls", ".docx", ".pdf"])
def test_a_file_that_excel_or_word_would_call_damaged_is_not_made(
    run: Run, plans: Path, tmp_path: Path, suffix: str
):
    result = run("programs", "--format", "csv", "--output-file", f"事業{suffix}")
    assert (result.code, result.out, result.err) == (
        2,
        "",
        f"plan: plan は {suffix} のファイルを作れません: 事業{suffix}\n"
        "  → 拡張子を .csv にすると Excel で、.html にすると Word やブラウザーで開けます。"
        "コマンドごとの形式は --help で見られます\n",
    )
    assert not (tmp_path / f"事業{suffix}").exists()


LISTS = (
    ["summary"],
    ["outline"],
    ["programs"],
    ["show", "1-1"],
    ["show", "子育て"],
    ["xref", "programs"],
    ["xref", "programs", "--only-empty"],
    ["xref", "gaps"],
    ["history", "--all"],
    ["query", "SELECT name FROM programs"],
    ["query", "--tables"],
    ["diff", "2024", "plans/2024.yaml"],
    ["rule"],
    ["rule", "P201"],
    ["validate"],
    ["validate", "--statistics"],
)
STARTS = {
    ".json": ("[", "{"),
    ".jsonl": ("{", ""),
    ".csv": ("\ufeff",),
    ".md": ("| ", "# ", "### ", "1ファイルを確認しました"),
    ".html": ('<!DOCTYPE html>\n<html lang="ja">',),
}


def test_every_format_of_lists_that_is_text_is_tried_below():
    ours = {format_.endings[0] for format_ in LIST_FORMATS if not format_.document}
    assert ours - {".txt"} == STARTS.keys(), ".txt is the terminal's table"


def test_every_command_with_columns_offers_them():
    group = typer.main.get_command(build_app())
    assert isinstance(group, typer.core.TyperGroup)
    with_columns = {
        name
        for name, command in group.commands.items()
        if any("--columns" in param.opts for param in command.params)
    }
    offering = {name for name in with_columns if columns_of(name, Translator("ja"))}
    assert with_columns == offering, "each has a case in columns_of of cli/complete.py"


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_every_list_is_written_in_the_format_of_the_ending_and_in_no_other(
    run: Run, plans: Path, tmp_path: Path, command: list[str]
):
    for ending, starts in STARTS.items():
        result = run(*command, "-o", f"一覧{ending}")
        assert (result.code, result.out) == (0, "")
        text = (tmp_path / f"一覧{ending}").read_bytes().decode("utf-8")
        assert text.startswith(starts)
        assert run(*command, "--format", ending[1:]).out.splitlines() == text.splitlines()
    refused = run(*command, "-o", "一覧.pptx")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("plan: このコマンドは .pptx のファイルを作れません: 一覧.pptx\n")
    assert not (tmp_path / "一覧.pptx").exists()


@pytest.mark.parametrize("command", [["programs"], ["validate"], ["summary"]], ids=" ".join)
def test_markdown_has_two_names_and_an_unknown_format_is_refused_by_name(
    run: Run, plans: Path, command: list[str]
):
    assert run(*command, "--format", "markdown").out == run(*command, "--format", "md").out != ""
    result = run(*command, "--format", "htm1")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "plan: --formatに「htm1」とは書けません\n  → 「html」のことですか？ 書けるのは次のどれかです: "
    )


def test_a_schema_is_json_and_nothing_else(run: Run, tmp_path: Path):
    assert run("schema", "-o", "形.json").code == 0
    assert (tmp_path / "形.json").read_text(encoding="utf-8") == run("schema").out
    assert run("schema", "-o", "形.html").code == 2
    assert not (tmp_path / "形.html").exists()


def test_a_dash_is_standard_output(run: Run, plans: Path, tmp_path: Path):
    result = run("programs", "--format", "csv", "-o", "-")
    assert result == run("programs", "--format", "csv")
    assert run("validate", "-o", "-") == run("validate")
    assert not (tmp_path / "-").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO among its files")
def test_a_fifo_is_written_to_and_stays_one(run: Run, plans: Path, tmp_path: Path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()), daemon=True)
    reader.start()
    result = run("programs", "--format", "csv", "-o", "fifo")
    assert (result.code, result.err) == (0, "fifo に書き出しました\n")
    reader.join(timeout=30)
    assert (
        read[0].decode("utf-8").splitlines() == run("programs", "--format", "csv").out.splitlines()
    )
    assert fifo.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev")
def test_standard_output_is_written_to_under_its_name(plans: Path):
    done = subprocess.run(
        [sys.executable, "-m", "shakyo_plan", "programs", "--format", "csv", "-o", "/dev/stdout"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8-sig").splitlines()[0].startswith("事業,")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO among its files")
def test_a_fifo_that_nobody_reads_is_not_waited_for_for_ever(
    run: Run, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("shakyo_plan.source.outputs._PAUSE", 0.001)
    os.mkfifo(tmp_path / "fifo")
    result = run("programs", "--format", "csv", "-o", "fifo")
    assert (result.code, result.out) == (2, "")
    assert result.err == "plan: fifo に書き込めません（このパイプを読んでいる相手がいません）\n"
    assert (tmp_path / "fifo").is_fifo()
