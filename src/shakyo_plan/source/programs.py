"""Where other programs lie: git, a pager."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePath


def find_program(name: str, *, windows: bool = os.name == "nt") -> str | None:
    """Return the whole path of a program, as the folders of PATH have it; None where none has it.

    Never one of the folder that a person is in, where Windows looks first: a ``git.exe`` or ``git.bat``
    beside a plan is no git. A name with a folder is taken as it is.
    """
    if PurePath(name).name != name:
        return name
    # On Windows only real programs: what a batch file is given, it reads as commands.
    endings = (".exe", ".com") if windows else ("",)
    named = name.removesuffix(".exe") if windows else name
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = Path(folder.strip('"'))
        if not path.is_absolute():
            continue
        for ending in endings:
            if found := shutil.which(str(path / f"{named}{ending}")):
                return found
    return None
