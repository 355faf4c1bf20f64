"""The files that lie inside the package: the schema, the message catalogues."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

_PACKAGE = __name__.partition(".")[0]


def package_data(*parts: str) -> bytes:
    """Return the bytes of a file, by its path inside the package; in a zip archive, too.

    Python's own importlib.resources asks the same loader, but takes as long to import as the rest of
    a short command.

    Raises:
        OSError: there is no such file.
    """
    package: Any = import_module(_PACKAGE)
    data: bytes = package.__loader__.get_data(str(package_folder().joinpath(*parts)))
    return data


def package_folder() -> Path:
    """Return the folder of the package, which need not be one of the disk."""
    return Path(__file__).parent
