"""The tables of keys in docs/output.md are those of the schema."""

from __future__ import annotations

from tools.pages import output_page

from tests.conftest import ROOT


def test_the_tables_of_keys_are_made_from_the_schema():
    assert (ROOT / "docs" / "output.md").read_text(encoding="utf-8") == output_page(), (
        "run make pages"
    )
