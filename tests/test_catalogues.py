"""Both languages are whole: every template of the code and every word of the schema."""

from __future__ import annotations

import string
from typing import Any

import pytest
from tools.catalogues import amiss, kept

from shakyo_plan.language import Translator, locale_language, read_language
from shakyo_plan.message import say, say_n


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_catalogue_is_complete_and_has_nothing_left_over(language: str):
    assert amiss(language) == []


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_translations_fill_the_same_braces():
    for message in kept("ja"):
        identity: Any = message.id
        if not identity or (isinstance(identity, str) and "{" not in identity):
            continue
        wanted = fields(identity if isinstance(identity, str) else identity[1])
        strings: Any = message.string if isinstance(message.string, tuple) else (message.string,)
        assert [fields(text) for text in strings] == [wanted] * len(strings), identity


def test_a_message_is_put_into_the_language_with_all_that_is_in_it():
    message = say("There is no {what} “{asked}”", what=say("district"), asked="東")
    assert Translator("ja")(message) == "「東」という地区はありません"
    assert Translator("en")(message) == "There is no district “東”"
    lines = say_n("{n} error", "{n} errors", 2)
    assert (Translator("ja")(lines), Translator("en")(lines)) == ("誤り 2件", "2 errors")
    assert Translator("en")(say_n("{n} error", "{n} errors", 1)) == "1 error"


def test_data_is_never_a_template():
    assert Translator("ja")(say("File not found")) == "ファイルが見つかりません"
    assert Translator("en")(
        say("{path}:{line}:{column}: {message}", path="{x}", line=1, column=2, message="{y}")
    ) == ("{x}:1:2: {y}")


@pytest.mark.parametrize(
    ("setting", "language"),
    [
        ("ja", "ja"),
        ("ja_JP.UTF-8", "ja"),
        ("Japanese_Japan.932", "ja"),
        ("en_US", "en"),
        ("C", None),
        ("", None),
    ],
)
def test_settings_name_a_language(setting: str, language: str | None):
    assert read_language(setting) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "ja"}, "ja"),
        ({}, "en"),
    ],
)
def test_the_locale_tells_the_language(environment: dict[str, str], language: str):
    assert locale_language(environment) == language
