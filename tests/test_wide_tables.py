"""Tables on a terminal and in a pipe: no word broken, records where columns have no room, bounded in size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.cells import cell_len

from shakyo_plan.output.table import Column, Table, lines_of
from shakyo_plan.output.terminal.grid import Piece, cell_of_pieces
from shakyo_plan.output.terminal.render import UNLIMITED, render
from shakyo_plan.output.terminal.table import terminal_table
from tests.conftest import SMALL, Run


@dataclass(frozen=True)
class Row:
    name: str
    status: str
    remark: str = ""


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "事業"),
    Column("status", "status"),
    Column("remark", "remark"),
)


def shown(rows: list[Row], width: int, columns: tuple[Column[Row], ...] = COLUMNS) -> str:
    table = Table(columns, lines_of(rows), footer=f"{len(rows)}行")
    return render(*terminal_table(table, width), width=width, colour=False)


def test_a_word_of_letters_is_not_broken_where_names_can_give_the_room():
    text = shown([Row("生活・就労支援センター運営事業" * 2, "restructured", "見直しを行う")], 50)
    assert text == (
        "事業                     status       remark\n"
        "生活・就労支援センター運 restructured 見直しを行う\n"
        "営事業生活・就労支援セン\n"
        "ター運営事業\n"
        "\n"
        "1行\n"
    )


def test_more_columns_than_a_terminal_has_room_for_become_records():
    columns: tuple[Column[Row], ...] = tuple(
        Column(f"c{n}", f"列{n}", lambda row: row.remark) for n in range(8)
    )
    rows = [Row("", "", "住民どうしの支え合い活動"), Row("", "", "健康づくり\nと介護予防")]
    text = shown(rows, 60, columns)
    assert text.startswith("1 / 2\n列0  住民どうしの支え合い活動\n列1  住民どうしの支え合い活動\n")
    assert "\n\n2 / 2\n列0  健康づくり\n     と介護予防\n列1" in text
    assert text.endswith("\n\n2行\n")
    assert "1 / 2" not in shown(rows, 200, columns)
    assert "1 / 2" not in shown(rows, UNLIMITED, columns)


def test_columns_whose_words_do_not_fit_side_by_side_become_records_and_none_is_lost():
    columns: tuple[Column[Row], ...] = tuple(
        Column(f"c{n}", f"c{n}", lambda row: row.status) for n in range(4)
    )
    text = shown([Row("", "prefectural_shakyo", "")], 70, (*columns, COLUMNS[0]))
    assert text == (
        "".join(f"c{n}    prefectural_shakyo\n" for n in range(4)).join(("1 / 1\n", "事業\n"))
        + "\n1行\n"
    )


def test_in_a_pipe_one_very_long_name_costs_no_blanks_in_other_rows():
    rows = [Row(f"事業{n}", "新規") for n in range(100)]
    text = shown([Row("長" * 20_000, "新規"), *rows], UNLIMITED)
    assert f"\n{'長' * 20_000}  新規\n" in text
    assert len(text) < 20_000 + 101 * 330
    # The others are lined up all the same.
    assert len({line.index("新規") for line in text.splitlines()[2:102]}) <= 3


@pytest.mark.parametrize(
    "command", [["programs"], ["xref", "programs"], ["show", "1-1"], ["outline"]]
)
def test_a_plan_with_a_huge_name_is_printed_in_little_more_than_its_own_size(
    run: Run, plans: Path, command: list[str]
):
    others = "".join(f"  - name: 事業{n}\n" for n in range(200))
    text = SMALL.replace("子育てサロン", "長" * 20_000) + others
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    result = run(*command)
    assert result.code == 0
    assert "長" * 20_000 in result.out
    assert len(result.out) < 150_000


def test_text_in_several_styles_is_folded_like_any_other():
    pieces = [
        Piece("親子が"),
        Piece("気軽に\n", "green"),
        Piece("集い、 悩みを話せる"),
        Piece("場", "red"),
    ]
    assert cell_of_pieces(pieces, 10) == [
        (Piece("親子が"), Piece("気軽", "green")),
        (Piece("に", "green"),),
        (Piece("集い、 悩"),),
        (Piece("みを話せる"),),
        (Piece("場", "red"),),
    ]
    assert all(
        cell_len("".join(piece.text for piece in line)) <= 10 for line in cell_of_pieces(pieces, 10)
    )


def test_what_would_act_on_a_terminal_is_shown_as_a_sign_in_every_piece():
    assert cell_of_pieces([Piece("赤\x1b[31m")], 40) == [(Piece("赤␛[31m"),)]
