"""Which language a person reads, and messages put into it.

Templates in the code are English and the schema's words are Japanese, so there are two
catalogues: ``ja`` for the former, ``en`` for the latter. What a catalogue lacks stays as written.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping
from copy import copy
from io import BytesIO

from shakyo_plan.message import WITH_WORD, Message, Value, with_labels
from shakyo_plan.package_data import package_data

LANGUAGES = ("en", "ja")
DOMAIN = "shakyo_plan"
_LONGEST_VALUE = 300
"""Letters of a text that a sentence repeats; who meets a longer one sees by its beginning which it is."""
_LONGEST_LIST = 5000
_WINDOWS_JAPANESE = 0x11
"""The primary language id of Japanese (LANG_JAPANESE in the Windows API)."""


class Translator:
    """Puts messages into one language."""

    def __init__(self, language: str) -> None:
        """Load the catalogue of ``language``: one of `LANGUAGES`."""
        self.language = language
        self._labels: Mapping[str, str] = {}
        self._number_of: Callable[[str, str], str] | None = None
        self._catalogue: gettext.NullTranslations
        try:
            compiled = package_data("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
        except OSError:
            self._catalogue = gettext.NullTranslations()
        else:
            self._catalogue = gettext.GNUTranslations(BytesIO(compiled))

    def labelled(self, labels: Mapping[str, str]) -> Translator:
        """Return one that says the parts of a plan in its council's own words, by their keys."""
        one = copy(self)
        one._labels = labels
        return one

    def numbered(self, number_of: Callable[[str, str], str]) -> Translator:
        """Return one that says the numbers of parts as their council prints them, by kind and id."""
        one = copy(self)
        one._number_of = number_of
        return one

    def number(self, kind: str, part_id: str | int) -> str:
        """Return the number of a part as people know it: as printed where a plan is spoken of, else its id."""
        return self._number_of(kind, str(part_id)) if self._number_of else str(part_id)

    def __call__(self, message: Message | str) -> str:
        """Return the message as text; a plain string is a template without values."""
        if isinstance(message, str):
            return self._catalogue.gettext(message) if message else ""
        return self._text(with_labels(message, self._labels) if self._labels else message)

    def _text(self, message: Message) -> str:
        if message.plural is not None:
            n = dict(message.values)["n"]
            assert isinstance(n, int)  # noqa: S101 - `say_n` is the only maker of plurals
            template = self._catalogue.ngettext(message.template, message.plural, n)
        else:
            template = self._catalogue.gettext(message.template)
        if not message.values:
            return template
        told = {name: self._fill(value) for name, value in message.values}
        if message.template == WITH_WORD and _is_same(told["name"], told["word"]):
            return told["name"]
        return template.format_map(told)

    def _fill(self, value: Value) -> str:
        if isinstance(value, Message):
            return self._text(value)
        if isinstance(value, tuple):
            separator = "、" if self.language == "ja" else ", "
            return _shortened(separator.join(self._fill(part) for part in value), _LONGEST_LIST)
        return _shortened(str(value), _LONGEST_VALUE)


def _is_same(name: str, word: str) -> bool:
    return name.strip("`").replace("_", " ").casefold() == word.casefold()


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def read_language(text: str) -> str | None:
    """Return the language of a setting such as ``ja``, ``ja_JP.UTF-8``, ``Japanese_Japan.932``."""
    wanted = re.match(r"[A-Za-z]+", text)
    if wanted is None:
        return None
    word = wanted[0].lower()
    if word in ("ja", "jpn", "japanese"):
        return "ja"
    return "en" if word in ("en", "eng", "english") else None


def locale_language(environment: Mapping[str, str]) -> str:
    """Return the language of the locale: Japanese where it says so, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return read_language(environment[variable]) or "en"
    return "ja" if _windows_speaks_japanese() else "en"


def _windows_speaks_japanese() -> bool:
    """Ask Windows, where no environment variable tells the language."""
    try:
        from ctypes import windll  # type: ignore[attr-defined, unused-ignore]  # only on Windows
    except ImportError:
        return False
    language_id: int = windll.kernel32.GetUserDefaultUILanguage()
    return language_id & 0x3FF == _WINDOWS_JAPANESE
