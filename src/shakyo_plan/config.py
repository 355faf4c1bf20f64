"""The settings of a council: ``shakyo-plan.toml``, or ``[tool.shakyo-plan]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.reading import TooLarge, read_file, why_not
from shakyo_plan.values.lazy_pattern import lazy_pattern

OWN_FILE = "shakyo-plan.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = "shakyo-plan"
"""The name of our table in the shared file."""
_MOST_BYTES = 1_000_000
_MOST_SHARED_BYTES = 10_000_000
"""What is looked through for our table; one that is larger is no file that a person writes."""
_MOST_PARTS = 30
"""Dots in a key from which on it is none of ours; tomllib's memory grows with their square."""
_KEY_PART = lazy_pattern(r"""\s*(?:[\w-]+|"[^"]*"|'[^']*')\s*""")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, with the file that they come from; all may be absent."""

    path: Path | None = None
    lang: str | None = None
    plans_dir: Path | None = None
    select: tuple[str, ...] = ()
    """Codes of rules, or beginnings of codes."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    """Severities by the code of the rule."""
    notation: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean one thing, beyond those that every plan has (P506)."""
    baseline: Path | None = None
    import_: Mapping[str, Any] = field(default_factory=dict)
    """How this council lays its printed plan out, where ``plan import`` shall not learn it."""


def find_config(start: Path) -> Config:
    """Return the settings of the nearest configuration from ``start`` upwards.

    Raises:
        UserError: the file cannot be read, is no TOML, or sets what does not exist.
    """
    for folder in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            path = folder / name
            if path.is_file():
                settings = _settings(path)
                if settings is not None:
                    return _config(settings, path)
    return Config()


def _settings(path: Path) -> dict[str, Any] | None:
    """Return the settings in a file; None where it has none of ours."""
    shared = path.name == SHARED_FILE
    try:
        raw = read_file(path, _MOST_SHARED_BYTES if shared else _MOST_BYTES)
        if shared and _TABLE.encode() not in raw:
            return None
        if len(raw) > _MOST_BYTES:
            raise TooLarge(_MOST_BYTES)
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        if _nests_too_deeply(text):
            raise _unreadable(path, say("its keys nest too deeply"))
        # Imported where it is used: most folders have no settings.
        import tomllib

        data = tomllib.loads(text)
    except OSError as error:
        if shared and isinstance(error, TooLarge) and error.most > _MOST_BYTES:
            return None
        raise _unreadable(path, why_not(path, error)) from None
    except (ValueError, RecursionError) as error:
        if shared:
            return None  # a pyproject.toml that is not ours to read is not ours to judge
        raise _unreadable(path, say("{reason}", reason=str(error))) from None
    if path.name == OWN_FILE:
        return data
    tools = data.get("tool")
    table = tools.get(_TABLE) if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise _unfit(
        path, f"tool.{_TABLE}", say("a table"), say("Write [{table}]", table=f"tool.{_TABLE}")
    )


def _nests_too_deeply(text: str) -> bool:
    """Whether a key has parts without end: x.x.x.x and so on."""
    for line in text.split("\n"):
        if line.count(".") > _MOST_PARTS:
            for key in re.split(r"[={},\[\]]", line):
                parts = key.split(".")
                if len(parts) > _MOST_PARTS and all(map(_KEY_PART.fullmatch, parts)):
                    return True
    return False


def _unreadable(path: Path, reason: Message) -> UserError:
    return UserError(say("{path}: cannot be read ({reason})", path=str(path), reason=reason))


def _unfit(path: Path, key: str, wanted: Message, advice: Message) -> UserError:
    return UserError(
        say(
            "{path}: {key} must be {wanted}",
            path=str(path),
            key=key,
            wanted=wanted,
        ),
        advice,
    )


def _config(settings: dict[str, Any], path: Path) -> Config:
    for key, value in settings.items():
        if key not in _KEYS:
            raise UserError(
                say(
                    "{path}: unknown key {key}",
                    path=str(path),
                    key=key,
                ),
                say("Possible values: {choices}", choices=tuple(_KEYS)),
            )
        fits, wanted, example = _KEYS[key]
        if not fits(value):
            raise _unfit(path, key, say(wanted), _example(key, example))

    def beside(key: str) -> Path | None:
        return path.parent / settings[key] if settings.get(key) else None

    return Config(
        path=path,
        lang=settings.get("lang"),
        plans_dir=beside("plans-dir"),
        select=tuple(settings.get("select", ())),
        ignore=tuple(settings.get("ignore", ())),
        severity=settings.get("severity", {}),
        notation=tuple(tuple(group) for group in settings.get("notation", ())),
        baseline=beside("baseline"),
        import_=settings.get("import", {}),
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_groups(value: Any) -> bool:
    return isinstance(value, list) and all(_is_texts(group) and len(group) > 1 for group in value)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_any_table(value: Any) -> bool:
    return isinstance(value, dict)


_TEXT = translatable("text")
_TEXTS = translatable("a list of texts")
_KEYS: Mapping[str, tuple[Callable[[Any], bool], str, str]] = {
    "lang": (_is_text, _TEXT, '"ja"'),
    "plans-dir": (_is_text, _TEXT, '"plans"'),
    "select": (_is_texts, _TEXTS, '["P1", "P2"]'),
    "ignore": (_is_texts, _TEXTS, '["P301"]'),
    "severity": (_is_table, translatable("a table of texts"), '{ P506 = "info" }'),
    "notation": (_is_groups, translatable("a list of word groups"), '[["サロン", "サークル"]]'),
    "baseline": (_is_text, _TEXT, '"plan-baseline.json"'),
    "import": (_is_any_table, translatable("a table"), '{ plan = "(1)" }'),
}
"""Each key: what it may be, that in words, and an example."""


def _example(key: str, example: str) -> Message:
    return say("Write for example: {example}", example=f"{key} = {example}")
