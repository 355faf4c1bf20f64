"""``pytest --accept``: what is written into a test is what was printed, and nothing else changes."""

from __future__ import annotations

import ast

import pytest

from tests.accepting import literal, replaced

SOURCE = """\
EXPECTED = \"\"\"\\
古い
文
\"\"\"


def test_it(run):
    assert run("x").out == ("古い\\n" "文\\n" "もう1つ\\n")
"""


def test_a_text_is_put_in_anew_in_its_place():
    assert replaced(SOURCE, "古い\n文\n", "新しい\n") == SOURCE.replace("古い\n文\n", "新しい\n", 1)
    new = replaced(SOURCE, "古い\n文\nもう1つ\n", "新しい\n文\n")
    assert new is not None
    assert new.endswith('assert run("x").out == ("""\\\n新しい\n文\n""")\n')


def test_a_text_that_is_not_there_or_there_twice_is_left_to_a_person():
    assert replaced(SOURCE, "ない\n文\n", "x") is None
    assert replaced('a = "x\\n"\nb = "x\\n"\n', "x\n", "y\n") is None
    assert replaced('a = "x"\n', "x", "y") is None  # one word stands in many meanings


@pytest.mark.parametrize(
    "text", ["計画\n", '"""\n', "a\\b\n", "\x1b[31m\n終わり", "　字下げ\n\n", "\tx\n", "\r\n"]
)
def test_a_literal_means_its_text(text: str):
    assert ast.literal_eval(literal(text)) == text
