"""Bring the message catalogues up to the code and the schema; with --check, only say what is amiss.

The Japanese catalogue translates the English templates of the code, the English one the
Japanese words of the schema. `wanted()` collects both; the tests hold the catalogues to it.
"""

from __future__ import annotations

import ast
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from shakyo_plan.model.terms import schema_word

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "shakyo_plan"
TEMPLATES = {"say": 1, "say_n": 2, "term": 1, "translatable": 1}
"""The functions that hold templates, and how many."""

NOT_KEPT = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Last-Translator', b'"Generated-By')
"""What Babel writes at the head of a catalogue, and what would differ with each run."""


def wanted(language: str) -> Catalog:
    """Return the messages that the catalogue of the language has to translate."""
    catalogue = Catalog(
        locale=language,
        project="shakyo-plan",
        fuzzy=False,
        header_comment="# Messages of shakyo-plan.",
    )
    for message, where in _code_messages() if language == "ja" else _schema_words():
        catalogue.add(message, locations=[where])
    return catalogue


def _code_messages() -> Iterator[tuple[Any, tuple[str, int]]]:
    """Find what `say`, `say_n`, `term` and `translatable` are called with; nested calls included."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in TEMPLATES
            ):
                words = [
                    word.value
                    for word in node.args[: TEMPLATES[node.func.id]]
                    if isinstance(word, ast.Constant)
                ]
                if words:
                    yield (tuple(words) if len(words) > 1 else words[0]), (path.name, node.lineno)


def _schema_words() -> Iterator[tuple[str, tuple[str, int]]]:
    def walk(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            if isinstance(part.get("title"), str):
                yield schema_word(part["title"]).template
            if isinstance(part.get("description"), str):
                yield part["description"]
            yield from part.get("enumDescriptions", ())
            for value in part.values():
                yield from walk(value)

    schema = json.loads((ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8"))
    yield from ((word, ("plan.schema.json", 0)) for word in walk(schema))


def path_of(language: str) -> Path:
    """Return where the catalogue of the language is kept."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "shakyo_plan.po"


def kept(language: str) -> Catalog:
    """Return the catalogue as it is kept."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def amiss(language: str) -> list[str]:
    """Return what the catalogue lacks or has too much, one line each."""
    asked = {message.id for message in wanted(language) if message.id}
    present = {message.id: message for message in kept(language) if message.id}
    lines = [f"{language}: not in the catalogue: {key!r}" for key in asked - present.keys()]
    lines += [f"{language}: no longer used: {key!r}" for key in present.keys() - asked]
    lines += [
        f"{language}: not translated: {key!r}"
        for key, message in present.items()
        if not message.string
        or not all(message.string if isinstance(message.string, tuple) else [True])
        or message.fuzzy
    ]
    return sorted(lines)


def update(language: str) -> None:
    """Write the catalogue anew: what is wanted, with the translations that are there."""
    catalogue = wanted(language)
    if path_of(language).exists():
        for message in kept(language):
            # A message that counted and no longer does, or the reverse, is translated anew.
            if message.id and message.id in catalogue and catalogue[message.id].id == message.id:
                catalogue[message.id].string = message.string
    written = io.BytesIO()
    write_po(written, catalogue, width=100, omit_header=False, no_location=True, sort_output=True)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    lines = written.getvalue().splitlines(keepends=True)
    path_of(language).write_bytes(b"".join(line for line in lines if not line.startswith(NOT_KEPT)))


def main() -> int:
    """Update both catalogues, and say what still wants a translation."""
    languages = ("ja", "en")
    if "--check" not in sys.argv:
        for language in languages:
            update(language)
    lines = [line for language in languages for line in amiss(language)]
    print("\n".join(lines) or "Both catalogues are complete.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
