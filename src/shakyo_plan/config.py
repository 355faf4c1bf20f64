"""The settings of a council: ``shakyo-plan.toml``, or ``[tool.shakyo-plan]`` in ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shakyo_plan.errors import UserError
from shakyo_plan.message import say

OWN_FILE = "shakyo-plan.toml"
SHARED_FILE = "pyproject.toml"
_KEYS = ("lang", "plans-dir")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, with the file that they come from; all may be absent."""

    lang: str | None = None
    plans_dir: Path | None = None


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
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        if path.name == SHARED_FILE and not isinstance(error, OSError):
            return None  # a pyproject.toml that is not ours to read is not ours to judge
        raise UserError(
            say(
                "The configuration {path} cannot be read: {reason}",
                path=str(path),
                reason=str(error),
            )
        ) from None
    if path.name == OWN_FILE:
        return data
    table: dict[str, Any] | None = data.get("tool", {}).get("shakyo-plan")
    return table


def _config(settings: dict[str, Any], path: Path) -> Config:
    for key, value in settings.items():
        if key not in _KEYS:
            raise UserError(
                say(
                    "The configuration {path} has a key that does not exist: {key}",
                    path=str(path),
                    key=key,
                ),
                say("Possible are: {choices}", choices=_KEYS),
            )
        if not isinstance(value, str):
            raise UserError(
                say("In the configuration {path}, {key} has to be text", path=str(path), key=key)
            )
    folder = settings.get("plans-dir")
    return Config(settings.get("lang"), path.parent / folder if folder else None)
