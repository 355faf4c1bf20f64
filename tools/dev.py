"""What `make` does, where there is no make, as on Windows: py tools/dev.py validate, or test.

It needs nothing but Python: what is to be installed goes into `.venv`, and again when pyproject.toml or
a catalogue of words has changed since.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")

TASKS = {
    "validate": (".", ["-m", "shakyo_plan", "validate"]),
    "test": (".[dev]", ["-m", "pytest", "--numprocesses", "auto", "-m", "not slow"]),
    "test-all": (".[dev]", ["-m", "pytest", "--numprocesses", "auto"]),
}
"""What each installs, and what it runs; `Makefile` has the same."""


def install(what: str) -> None:
    """Install the project with what is needed, where that has not been done since the last change."""
    done = VENV / ("dev" if "dev" in what else "run")
    sources = [
        ROOT / "pyproject.toml",
        ROOT / "hatch_build.py",
        *(ROOT / "src" / "shakyo_plan" / "locale").rglob("*.po"),
    ]
    if done.exists() and done.stat().st_mtime >= max(path.stat().st_mtime for path in sources):
        return
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", what], cwd=ROOT, check=True)
    done.touch()


def main() -> int:
    """Do what is asked; the exit code is that of what ran."""
    if len(sys.argv) < 2 or sys.argv[1] not in TASKS:
        print(f"usage: py tools/dev.py {'|'.join(TASKS)} [ARGUMENT…]", file=sys.stderr)
        return 2
    what, command = TASKS[sys.argv[1]]
    try:
        install(what)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return subprocess.run([PYTHON, *command, *sys.argv[2:]], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
