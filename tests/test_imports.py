"""The house's directions: who may import whom, read from the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "shakyo_plan"

ROOMS = [
    # From the ground up: a room may import from those above its line, and from itself.
    {"values"},
    {"message", "likeness", "package_data"},
    {"errors", "diagnostic", "language"},
    {"reading"},
    {"config"},
    {"model"},
    {"output"},
    {"source"},
    {"diff"},
    {"lint"},
    {"lookup"},
    {"next_year"},
    {"documents"},
    {"cli"},
]
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}

ALONE = [
    # The outside libraries, each in as few rooms as can be.
    ("ruamel", {"source"}),
    ("_ruamel_yaml", {"source"}),
    ("jsonschema", {"source"}),
    ("rapidfuzz", {"likeness"}),
    ("sqlite3", {"lookup"}),
    ("budoux", {"diff"}),
    ("docx", {"documents"}),
    ("pypdfium2", {"documents"}),
    ("openpyxl", {"documents", "output"}),
    ("jinja2", {"output"}),
    ("typer", {"cli"}),
    ("watchfiles", {"cli"}),
    ("rich", {"output", "diff", "lookup", "cli"}),
    ("sys", {"cli"}),
    ("os", {"cli", "documents", "lint", "source"}),
]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


MODULES = [
    path for path in sorted(PACKAGE.rglob("*.py")) if room_of(path) not in ("__init__", "__main__")
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path):
    room = room_of(path)
    assert room in FLOOR, "a new room: give it its floor in ROOMS"
    for name in imports(path):
        if name.startswith("shakyo_plan."):
            other = name.split(".")[1]
            assert other == room or FLOOR[other] < FLOOR[room], f"{room} imports {other}"


@pytest.mark.parametrize(("library", "rooms"), ALONE)
def test_a_library_stays_in_its_rooms(library: str, rooms: set[str]):
    users = {
        room_of(path)
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == rooms


def loaded_by(*arguments: str) -> set[str]:
    """The names of all modules that a command has loaded when it ends, as another process tells them."""
    code = (
        "import sys; from shakyo_plan.cli.main import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep=' ')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PACKAGE.parent.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


SLOW = frozenset(
    [
        "jsonschema",
        "rapidfuzz",
        "budoux",
        "rich.console",
        "pydantic",
        "watchfiles",
        "docx",
        "openpyxl",
    ]
)


@pytest.mark.parametrize("arguments", [["--version"], ["validate"], ["schema"]])
def test_what_takes_long_to_import_is_imported_only_where_it_is_used(arguments: list[str]):
    assert loaded_by(*arguments) & SLOW == set()


@pytest.mark.parametrize(
    ("arguments", "rooms"),
    [
        (["validate", "plans/2024.yaml"], {"diff", "lookup", "next_year", "documents"}),
        (["programs", "--plan", "1-5"], {"diff", "lint", "next_year", "documents"}),
    ],
)
def test_a_command_loads_no_room_that_it_does_not_use(arguments: list[str], rooms: set[str]):
    loaded = {
        name.split(".")[1] for name in loaded_by(*arguments) if name.startswith("shakyo_plan.")
    }
    assert loaded & rooms == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_pattern_is_compiled_by_an_import(path: Path):
    calls: list[int] = []

    class AtImport(ast.NodeVisitor):
        def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
            """What is in a function, an import does not run."""

        def visit_Call(self, node: ast.Call) -> None:
            if ast.unparse(node.func) == "re.compile":
                calls.append(node.lineno)
            self.generic_visit(node)

    AtImport().visit(ast.parse(path.read_text(encoding="utf-8")))
    assert calls == [], "lazy_pattern compiles at the first use"
