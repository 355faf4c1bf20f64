"""Draw the terminal's screens that the planner's guide shows, as SVG; each is what the command prints.

The pictures need no font and no file from elsewhere, and are the same at every run.
"""

from __future__ import annotations

import html
import io
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from shakyo_plan.cli import main as edge
from shakyo_plan.cli.session import Session, open_session

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "guide"
REAL = ROOT / "plans" / "2024.yaml"
DRAFT = ROOT / "examples" / "iwaki-2025-draft.yaml"
WIDTH = 80

_THEME = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        *((36, 41, 47), (179, 38, 30), (26, 127, 55), (154, 103, 0)),
        *((9, 105, 218), (130, 80, 223), (27, 124, 131), (110, 119, 129)),
    ],
    [
        *((110, 119, 129), (179, 38, 30), (26, 127, 55), (154, 103, 0)),
        *((9, 105, 218), (130, 80, 223), (27, 124, 131), (36, 41, 47)),
    ],
)
_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">
<style>
text {{ font-family: "BIZ UDGothic", "MS Gothic", "Noto Sans Mono CJK JP", "Osaka-Mono", monospace;
  font-size: {char_height}px; white-space: pre; }}
{styles}
</style>
<rect x="0.5" y="0.5" width="99.8%" height="99%" rx="6" fill="#ffffff" stroke="#d0d7de"/>
<g transform="translate(8, 8)">
{matrix}
</g>
</svg>
"""
"""What Rich fills: without its font from the web, so that a picture is whole by itself."""

_RUN = re.compile(
    r'<text class="(?P<class>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"[^>]*>(?P<text>[^<]*)</text>'
)
_COLUMN = 20 * 0.5
"""The width of a column: half of a kanji, as in every Japanese font of a terminal."""


@dataclass(frozen=True)
class Screen:
    """A picture: its file's name, the command, and what was changed in the plan before."""

    name: str
    command: str
    change: Callable[[str], str] = str
    second_year: bool = False
    """Whether the made-up draft of 2025 lies beside the plan."""
    settings: str = ""
    """What shakyo-plan.toml says."""


def _misspelt(text: str) -> str:
    # Cited in three lists, of which one is wrong: what is right can be said.
    return text.replace(
        "          - 住民支え合い事業\n", "          - 住民支え愛事業\n", 1
    ).replace("    schedule: 7月\n", "    schedule: 13月\n")


SCREENS = (
    Screen("summary", "plan summary"),
    Screen("programs", "plan programs --plan 1-3"),
    Screen("validate", "plan validate", _misspelt, settings='ignore = ["P3"]\n'),
    Screen("rule", "plan rule P403"),
    Screen("diff", "plan validate --unsafe-fixes --diff", _misspelt),
    Screen("show", "plan show 男の料理教室"),
    Screen("gaps", "plan xref gaps"),
    Screen("new", "plan new 2025"),
    Screen("years", "plan diff 2024 2025", second_year=True),
    Screen("history", "plan history ふくしの教室", second_year=True),
    Screen("calendar", "plan xref calendar"),
)


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield each picture's file and text."""
    for screen in SCREENS:
        yield FOLDER / f"{screen.name}.svg", _drawn(screen)


def _drawn(screen: Screen) -> str:
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,
        markup=False,
    )
    console.print(Text(f"> {screen.command}", style="bold"))
    console.print(Text.from_ansi(_printed(screen)))
    svg = console.export_svg(
        title=f"{screen.command}",
        theme=_THEME,
        code_format=_PICTURE,
        font_aspect_ratio=0.5,
        unique_id="plan",
    )
    svg = _RUN.sub(lambda run: "".join(_in_columns(run)), svg)
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines() if line.strip())


def _in_columns(run: re.Match[str]) -> Iterator[str]:
    """Yield a run of text in pieces of one width, each in its column.

    Rich gives a whole run the width of its letters, as if kanji took one column.
    """
    column = float(run["x"]) / _COLUMN
    for wide, letters in groupby(html.unescape(run["text"]), lambda letter: cell_len(letter) > 1):
        piece = "".join(letters)
        columns = len(piece) * (1 + wide)
        if piece.strip("\xa0\n"):
            yield (
                f'<text class="{run["class"]}" x="{column * _COLUMN:g}" y="{run["y"]}"'
                f' textLength="{columns * _COLUMN:g}">{html.escape(piece)}</text>\n'
            )
        column += columns


def _printed(screen: Screen) -> str:
    """Return what the command prints on a terminal of 80 columns, in colour."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as name, chdir(name):
        folder = Path(name, "plans")
        folder.mkdir()
        changed = screen.change(REAL.read_text(encoding="utf-8"))
        (folder / "2024.yaml").write_text(changed, encoding="utf-8")
        Path(name, "shakyo-plan.toml").write_text(screen.settings, encoding="utf-8")
        if screen.second_year:
            (folder / "2025.yaml").write_bytes(DRAFT.read_bytes())
        with (
            patch.object(edge, "open_session", _in_a_terminal),
            redirect_stdout(out),
            redirect_stderr(out),
        ):
            edge.main(screen.command.split()[1:])
    return out.getvalue()


def _in_a_terminal(lang: str | None, _environment: Mapping[str, str]) -> Session:
    session = open_session(lang, {"LANG": "ja_JP.UTF-8", "TERM": "xterm"})
    return replace(session, colour=True, terminal_width=WIDTH, message_width=WIDTH)


def main() -> None:
    """Draw all pictures, and remove those that are no longer drawn."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = dict(pictures())
    for old in set(FOLDER.glob("*.svg")) - made.keys():
        old.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
