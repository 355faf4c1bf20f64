"""Paths as a person types them, and as the shells of Windows hand them over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic

WINDOWS = os.name == "nt"


def typed_paths(paths: Iterable[str], *, windows: bool = WINDOWS) -> list[str]:
    """Return the paths that a person means.

    On Windows neither cmd nor PowerShell puts files in the place of ``plans\\*.yaml``, and the backslash
    of ``"plans\\"`` takes the quote that follows with it. Elsewhere shells did their work already.
    """
    return [meant for path in paths for meant in _meant(path)] if windows else list(paths)


def _meant(path: str) -> Iterator[str]:
    # No file of Windows has a quote in its name.
    path = path.removesuffix('"')
    is_pattern = has_magic(path) and not os.path.lexists(path)
    found = sorted(glob(path)) if is_pattern else []  # noqa: PTH207 - it may be absolute
    # Where nothing fits, what was typed is told as missing.
    yield from found or [path]
