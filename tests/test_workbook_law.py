"""The law of the workbook: what a person changes in it changes in the plan, and nothing else does."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.documents.workbook.applying import applied
from shakyo_plan.documents.workbook.changes import Changes
from shakyo_plan.documents.workbook.comparing import changes_of
from shakyo_plan.documents.workbook.export import to_workbook
from shakyo_plan.documents.workbook.reading import read_workbook
from shakyo_plan.source.document import Document, read_document
from shakyo_plan.source.editing.naming import lists_of_programs, places_of_program
from shakyo_plan.source.formatting.comments import comments_of
from shakyo_plan.source.formatting.layout import formatted
from shakyo_plan.source.loading import load_bytes
from shakyo_plan.values.data_path import value_at
from tests.amount import examples
from tests.conftest import REAL
from tests.plans import plan_texts

WORDS = (
    *("子育てサロン", "見守り：毎日", "=1+1", "+81", "-", "#N/A", "1", "1.0", "true", "2024-04-01"),
    *(
        "_x0041_の会",
        "教室、講座",
        "[括弧]",
        "a: b",
        "# 印",
        "'引用'",
        '"引用"',
        "　全角",
        "長い文" * 80,
    ),
    *(
        "一行目\n二行目",
        "障がい・障害",
        "①㈱",
        "\U0001f600",
        "&amp;<b>",
        "~",
        "no",
        "月1回\n\n随時",
    ),
)
TEXTS = ("schedule", "target", "purpose", "content", "follow_up", "notes", "department")
HEADS = {
    **{"name": "事業名", "status": "区分", "commissioned_by": "委託元", "schedule": "実施時期"},
    **{"budget": "予算額", "funding": "財源の内訳", "department": "担当", "target": "対象者"},
    **{"purpose": "目的", "content": "実施内容", "follow_up": "成果の活用", "notes": "備考"},
    **{"aliases": "別名"},
}
STATUS = {"新規": "new", "拡充": "expanded", "休止": "suspended"}


def brought_in(
    document: Document, raw: bytes, folder: Path, *, remove: bool
) -> tuple[Changes, str]:
    (folder / "plan.xlsx").write_bytes(raw)
    found = changes_of(read_workbook(folder / "plan.xlsx"), document.data, remove=remove)
    return found, applied(document, found.plan_edits)


class Plan:
    """A plan of one's own: any names, texts and lists, laid out in one of several ways."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - variety, no secret
        self.count = 0
        data = self._data()
        document = read_document(_json(data).encode("utf-8"))
        text = document.text if self._maybe(0.2) else formatted(document)
        text = "".join(self._with_comment(line) for line in text.splitlines(keepends=True))
        if self._maybe(0.3):
            text = text.replace("\n", "\r\n")
        self.file = load_bytes(text.encode("utf-8"), "plan.yaml")
        assert self.file.plan, self.file.findings

    def _maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def _with_comment(self, line: str) -> str:
        stripped = line.lstrip(" ")
        if stripped.startswith("- name") and self._maybe(0.3):
            self.count += 1
            return f"{' ' * (len(line) - len(stripped))}# 覚え書き{self.count}\n{line}"
        return line

    def words(self) -> str:
        self.count += 1
        return f"{self.chance.choice(WORDS)}{self.count}"

    def _data(self) -> dict[str, Any]:
        names = [self.words() for _ in range(self.chance.randrange(2, 20))]
        programs: list[dict[str, Any]] = [{"name": name} for name in names]
        for program in programs:
            for key in self.chance.sample(TEXTS, self.chance.randrange(3)):
                program[key] = self.words()
            if self._maybe(0.3):
                program["aliases"] = [self.words() for _ in range(self.chance.randrange(1, 3))]
            if self._maybe(0.3):
                program["distinct_from"] = [self.chance.choice(names)]
            if self._maybe(0.3):
                program["status"] = self.chance.choice([*STATUS.values()])
            if self._maybe(0.3):
                program["budget"] = "69千円"
                program["funding"] = [
                    {"source": self.words().replace("\n", ""), "amount": "69千円"}
                ]
        goals = [
            {
                "id": goal,
                "title": self.words(),
                "plans": [
                    {
                        "id": f"{goal}-{number}",
                        "title": self.words(),
                        "programs": self._cited(names),
                    }
                    for number in range(1, self.chance.randrange(1, 4))
                ],
            }
            for goal in range(1, self.chance.randrange(1, 4))
        ]
        priorities: list[dict[str, Any]] = [{"id": 1, "title": self.words()}]
        if self._maybe(0.5):
            priorities[0]["programs"] = self._cited(names)
        suppressed = {"rule": "P201", "item": names[0], "reason": "x", "until": 2024}
        return {
            **{"format": 1, "fiscal_year": 2024, "council": {"name": "試験社協"}},
            **{"priorities": priorities, "goals": goals, "programs": programs},
            "suppress": [suppressed],
        }

    def _cited(self, names: list[str]) -> list[Any]:
        some: list[Any] = self.chance.sample(names, self.chance.randrange(min(6, len(names))))
        if self._maybe(0.4):
            nested = self.chance.sample(names, self.chance.randrange(3))
            group = {"group": self.words(), "programs": nested}
            some.insert(self.chance.randrange(len(some) + 1), group)
        return some


def _json(data: Any) -> str:
    import json

    return json.dumps(data, ensure_ascii=False)


class Editor:
    """Edits the workbook as a person would, and the data as the plan should be afterwards."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.chance = plan, plan.chance
        self.data = deepcopy(plan.file.document.data)
        self.workbook = openpyxl.load_workbook(io.BytesIO(to_workbook(plan.file)))
        self.programs: Any = self.workbook["事業"]
        self.listings: Any = self.workbook["掲載"]
        self.heads: dict[Any, Any] = {cell.value: cell.column for cell in self.programs[1]}
        self.touched: set[Any] = set()
        self.made = 0
        self.names = {each["name"]: each["name"] for each in self.data["programs"]}
        """The names as exported, by the names now."""

    def edit(self, times: int) -> None:
        kinds: list[Callable[[], bool]] = [
            *(self.text, self.clear, self.status, self.money, self.aliases, self.rename),
            *(self.program, self.cite, self.recite, self.uncite),
        ]
        self.made += sum(self.delete() for _ in range(self.chance.randrange(3)))
        for _ in range(times * 4):
            if self.made < times and self.chance.choice(kinds)():
                self.made += 1

    def _program(self, key: str) -> tuple[int, dict[str, Any], Any] | None:
        """Return a program not yet touched at the key: its number, itself and its cell."""
        number = self.chance.randrange(len(self.data["programs"]))
        program = self.data["programs"][number]
        exported = self.names.get(program["name"])
        if exported is None or (exported, key) in self.touched:
            return None
        self.touched.add((exported, key))
        row = next(
            r for r in range(2, 999) if self._shown(self.programs.cell(r, 2)) == program["name"]
        )
        return number, program, self.programs.cell(row, self.heads[HEADS[key]])

    @staticmethod
    def _shown(cell: Any) -> str:
        return str(cell.value or "").replace("_x005F_", "_")

    @staticmethod
    def _type(cell: Any, text: str) -> None:
        cell.value = text.replace("_x0041_", "_x005F_x0041_")
        cell.data_type = "s"

    def text(self) -> bool:
        key, words = self.chance.choice(TEXTS), self.plan.words()
        found = self._program(key)
        if found:
            found[1][key] = words.strip()
            self._type(found[2], words)
        return bool(found)

    def clear(self) -> bool:
        key = self.chance.choice(TEXTS)
        found = self._program(key)
        if not found or key not in found[1]:
            return False
        del found[1][key]
        found[2].value = None
        return True

    def status(self) -> bool:
        found = self._program("status")
        word = self.chance.choice([*STATUS])
        if not found or found[1].get("status") == STATUS[word]:
            return False
        found[1]["status"] = STATUS[word]
        found[2].value = word
        return True

    def money(self) -> bool:
        found = self._program("funding")
        if not found:
            return False
        lines = [(self.plan.words().replace("\n", "").strip(), "1,200円") for _ in range(2)]
        found[1]["funding"] = [{"source": source, "amount": amount} for source, amount in lines]
        self._type(found[2], "\n".join("：".join(line) for line in lines))
        return True

    def aliases(self) -> bool:
        found = self._program("aliases")
        if not found:
            return False
        names = [
            self.plan.words().replace("\n", "").strip() for _ in range(self.chance.randrange(3))
        ]
        if names:
            found[1]["aliases"] = names
        elif not found[1].pop("aliases", None):
            return False
        found[2].value = None
        if names:
            self._type(found[2], "\n".join(names))
        return True

    def rename(self) -> bool:
        found = self._program("name")
        if not found:
            return False
        old, new = found[1]["name"], self.plan.words().strip()
        for place in list(places_of_program(self.data, old)):
            value_at(self.data, place[:-1])[place[-1]] = new
        self.names[new] = self.names.pop(old)
        self._type(found[2], new)
        return True

    def program(self) -> bool:
        """A new row, below the last one."""
        name = self.plan.words().strip()
        entry = {"name": name, "schedule": "5月", "notes": self.plan.words().strip()}
        row = self.programs.max_row + 1
        for key, value in entry.items():
            self._type(self.programs.cell(row, self.heads[HEADS[key]]), value)
        self.data["programs"].append(entry)
        return True

    def _listing(self) -> tuple[int, list[Any], str] | None:
        """Return a citation not yet touched: its row, its list in the data, its name now."""
        row = self.chance.randrange(2, max(3, self.listings.max_row + 1))
        key = self.listings.cell(row, 1).value
        part, group, exported = (self._shown(self.listings.cell(row, at)) for at in (2, 4, 5))
        if not key or not exported or key in self.touched:
            return None
        self.touched.add(key)
        now = next((name for name, was in self.names.items() if was == exported), None)
        entries = self._list(part, group)
        return (row, entries, now) if now is not None and now in entries else None

    def _list(self, part: str, group: str) -> list[Any]:
        for place, entries in lists_of_programs(self.data):
            owner = value_at(self.data, place[:-1])
            above = value_at(self.data, place[:2] if place[0] == "priorities" else place[:4])
            label = (
                f"重点項目 {above['id']}" if place[0] == "priorities" else f"基本計画 {above['id']}"
            )
            if label == part and owner.get("group", "") == group:
                return entries
        raise AssertionError(part)

    def cite(self) -> bool:
        """A new row, below the last one, for a list that does not cite the program yet."""
        places = [
            place for place, _ in lists_of_programs(self.data) if place.count("programs") == 1
        ]
        place = self.chance.choice(places or [()])
        program = self.chance.choice(self.data["programs"])["name"]
        if not place or program in value_at(self.data, place):
            return False
        value_at(self.data, place).append(program)
        label = "重点項目" if place[0] == "priorities" else "基本計画"
        row = self.listings.max_row + 1
        self._type(self.listings.cell(row, 2), f"{label} {value_at(self.data, place[:-1])['id']}")
        self._type(self.listings.cell(row, 5), program)
        return True

    def recite(self) -> bool:
        found = self._listing()
        other = self.chance.choice(self.data["programs"])["name"]
        if not found or other in found[1]:
            return False
        row, entries, now = found
        entries[entries.index(now)] = other
        self._type(self.listings.cell(row, 5), other)
        return True

    def uncite(self) -> bool:
        found = self._listing()
        if not found:
            return False
        row, entries, now = found
        entries.remove(now)
        self.listings.delete_rows(row)
        return True

    def delete(self) -> bool:
        """A program's row goes, and with it what cites it."""
        program = self.chance.choice(self.data["programs"])
        name, places = program["name"], list(places_of_program(self.data, program["name"]))
        if any(place[0] == "suppress" for place in places) or len(self.data["programs"]) < 3:
            return False
        for place in reversed(places):
            if place[-1] != "name":
                del value_at(self.data, place[:-1])[place[-1]]
        self.data["programs"] = [each for each in self.data["programs"] if each is not program]
        del self.names[name]
        self.programs.delete_rows(self._row(self.programs, 2, name))
        return True

    def _row(self, sheet: Any, column: int, text: str) -> int:
        return next(row for row in range(2, 999) if self._shown(sheet.cell(row, column)) == text)

    def saved(self) -> bytes:
        raw = io.BytesIO()
        self.workbook.save(raw)
        return raw.getvalue()


@settings(max_examples=examples(40), deadline=None)
@given(st.integers(0, 10**6))
def test_fifty_edits_go_in_and_the_same_fifty_come_out(tmp_path_factory: Any, seed: int):
    plan = Plan(seed)
    editor = Editor(plan)
    editor.edit(50)
    document = plan.file.document
    found, text = brought_in(document, editor.saved(), tmp_path_factory.mktemp("law"), remove=True)
    assert (found.conflicts, found.refused, found.missing) == ((), (), ())
    assert len(found.edits) == editor.made
    after = read_document(text.encode("utf-8"))
    assert _loose(after.data) == _loose(editor.data)
    said = set(comments_of(document).all())
    assert set(comments_of(after).all()) <= said
    if not any(edit.kind == "removed" for edit in found.edits):
        assert set(comments_of(after).all()) == said


def _loose(data: Any) -> Any:
    """Return data in which an empty list and none are the same; a text ends without a line end."""
    if isinstance(data, dict):
        kept = {key: _loose(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value != []}
    if isinstance(data, list):
        return [_loose(each) for each in data]
    return data.rstrip("\n") if isinstance(data, str) else data


@settings(max_examples=examples(40), deadline=None)
@given(plan_texts())
def test_an_untouched_workbook_changes_nothing_byte_for_byte(tmp_path_factory: Any, text: str):
    file = load_bytes(text.encode("utf-8"), "plan.yaml")
    folder = tmp_path_factory.mktemp("same")
    found, after = brought_in(file.document, to_workbook(file), folder, remove=True)
    assert (found, after) == (Changes(), file.document.text)


def test_the_real_plan_goes_out_and_comes_back_byte_for_byte(tmp_path: Path):
    file = load_bytes(REAL.read_bytes(), "plan.yaml")
    found, after = brought_in(file.document, to_workbook(file), tmp_path, remove=True)
    assert (found, after) == (Changes(), REAL.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(3))
def test_sorted_and_saved_again_it_changes_nothing(tmp_path: Path, seed: int):
    file = load_bytes(REAL.read_bytes(), "plan.yaml")
    workbook = openpyxl.load_workbook(io.BytesIO(to_workbook(file)))
    for title in ("事業", "掲載"):
        sheet = workbook[title]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        random.Random(seed).shuffle(rows)  # noqa: S311 - variety, no secret
        for number, row in enumerate(rows, 2):
            for at, value in enumerate(row, 1):
                sheet.cell(number, at).value = value
    raw = io.BytesIO()
    workbook.save(raw)
    found, after = brought_in(file.document, raw.getvalue(), tmp_path, remove=True)
    assert (found, after) == (Changes(), REAL.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", range(3))
def test_saved_again_by_libreoffice_it_changes_nothing(tmp_path: Path, seed: int):
    plan = Plan(seed)
    (tmp_path / "plan.xlsx").write_bytes(to_workbook(plan.file))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    again = ("--convert-to", "xlsx", "--outdir", str(tmp_path / "again"))
    subprocess.run(
        ["soffice", profile, "--headless", *again, str(tmp_path / "plan.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    raw = (tmp_path / "again" / "plan.xlsx").read_bytes()
    found, after = brought_in(plan.file.document, raw, tmp_path, remove=True)
    assert (found, after) == (Changes(), plan.file.document.text)
