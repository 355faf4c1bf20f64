"""The same plan as many people would type it: any order, indents, quotes, brackets, with comments anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from shakyo_plan.source.editing.scalar import scalar
from shakyo_plan.values.data_path import DataPath

TEXTS = [
    *("子育てサロン", "男の料理教室", "産前・産後ヘルパー派遣事業", "共に 生きる まち", "4月～9月"),
    *(
        "見守り: 毎日",
        "#1 の事業",
        "印 # 二つ",
        "It's",
        '"引用"',
        "- 横棒",
        "no",
        "2024",
        "[括弧]",
        "a, b",
    ),
    *(
        "見守る。\n支える。\n",
        "見守る。\n\n# 印ではない\n  支える。",
        "  字下げ\n終わり\n",
        "終わり\n\n\n",
    ),
]


class Careless:
    """Writes one plan; remembers of which entry each comment was said."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - a layout, not a secret
        self.said: dict[str, DataPath] = {}
        self.data = self._plan()
        header = "# 前書き\n\n" if self._maybe(0.3) else ""
        self.text = header + "\n".join(self._block(self.data, (), 0)) + "\n"
        if self._maybe(0.3):
            self.text = self.text.replace("\n", "\r\n")

    def _maybe(self, how_often: float) -> bool:
        return self._chance.random() < how_often

    def _words(self) -> str:
        return self._chance.choice(TEXTS)

    def _plan(self) -> dict[str, Any]:
        return {
            "format": 1,
            "fiscal_year": 2024,
            "council": {"name": self._words(), "districts": self._several(self._words)},
            "labels": {"goal": self._words()} if self._maybe(0.5) else {},
            "policy": self._words(),
            "goals": self._several(self._goal),
            "programs": self._several(self._program),
        }

    def _several(self, make: Callable[[], Any]) -> list[Any]:
        return [make() for _ in range(self._chance.randrange(4))]

    def _goal(self) -> dict[str, Any]:
        return {"id": 1, "title": self._words(), "plans": self._several(self._basic_plan)}

    def _basic_plan(self) -> dict[str, Any]:
        return {"id": "1-1", "title": self._words(), "programs": self._several(self._cited)}

    def _cited(self) -> str | dict[str, Any]:
        if self._maybe(0.8):
            return self._words()
        examples, programs = self._several(self._words), self._several(self._words)
        return {"group": self._words(), "examples": examples, "programs": programs}

    def _program(self) -> dict[str, Any]:
        aliases = self._several(self._words)
        texts = {"name": self._words(), "purpose": self._words()}
        return {**texts, "aliases": aliases, "status": "new"}

    def _comment(self, place: DataPath) -> str:
        text = f"# 覚え書き{len(self.said)}"
        self.said[text] = place
        return text

    def _block(
        self, data: Any, place: DataPath, indent: int, *, as_far_out_as_its_key: bool = False
    ) -> Iterator[str]:
        """Write the entries of a list or map, a line or more each."""
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        if isinstance(data, dict):
            self._chance.shuffle(keys)
        margin = " " * indent
        for key in keys:
            here = (*place, key)
            if self._maybe(0.1):
                yield margin + self._comment(here)
            if self._maybe(0.1):
                yield ""
            lead = f"{key}:" if isinstance(key, str) else "-"
            if isinstance(key, str) and self._maybe(0.1):
                lead = f'"{key}":'
            yield from self._entry(data[key], here, indent, lead)
        if self._maybe(0.1) and not as_far_out_as_its_key:
            yield margin + self._comment(place)

    def _entry(self, data: Any, place: DataPath, indent: int, lead: str) -> Iterator[str]:
        margin, behind = " " * indent, ""
        if self._maybe(0.1) and not (lead == "-" and isinstance(data, dict)):
            behind = f"  {self._comment(place)}"
        if not isinstance(data, (dict, list)):
            yield from self._scalar(data, place, indent, lead, behind)
        elif not data or self._maybe(0.2):
            yield f"{margin}{lead} {self._flow(data, place)}{behind}"
        elif isinstance(data, dict) and lead == "-":
            step = self._chance.randrange(2, 4)
            lines = list(self._block(data, place, indent + step))
            first = next(n for n, line in enumerate(lines) if line.lstrip()[:1] not in ("", "#"))
            # Comments that stand before its first key would be above the dash.
            yield from (margin + line.lstrip() for line in lines[:first])
            yield margin + "-".ljust(step) + lines[first].lstrip()
            yield from lines[first + 1 :]
        else:
            yield f"{margin}{lead}{behind}"
            flat = isinstance(data, list) and self._maybe(0.3)
            inner = indent if flat else indent + self._chance.randrange(2, 5)
            yield from self._block(data, place, inner, as_far_out_as_its_key=flat)

    def _flow(self, data: Any, place: DataPath) -> str:
        if isinstance(data, dict):
            keys = self._chance.sample(list(data), len(data))
            inside = [f"{key}: {self._flow(data[key], (*place, key))}" for key in keys]
            return "{" + ", ".join(inside) + "}"
        if isinstance(data, list):
            return f"[{', '.join(self._flow(each, (*place, n)) for n, each in enumerate(data))}]"
        return self._one_line(data, in_flow=True)

    def _one_line(self, data: str | int, *, in_flow: bool) -> str:
        if isinstance(data, int):
            return str(data)
        quotes = self._chance.choice(["", "'", '"'])
        return scalar(data, "" if "\n" in data else quotes, in_flow=in_flow)

    def _scalar(
        self, data: str | int, place: DataPath, indent: int, lead: str, behind: str
    ) -> Iterator[str]:
        margin = " " * indent
        if isinstance(data, str) and self._maybe(0.5) and not data.endswith("\n\n"):
            depth = self._chance.randrange(2, 5)
            digit = str(depth) if data.startswith(" ") or self._maybe(0.2) else ""
            end = "" if data.endswith("\n") else "-"
            yield f"{margin}{lead} |{digit}{end}{behind}"
            for line in data.removesuffix("\n").split("\n"):
                yield margin + " " * depth + line if line else ""
        elif isinstance(data, str) and lead != "-" and " " in data.strip() and self._maybe(0.5):
            # A long text that was wrapped at a space.
            first, _, rest = self._one_line(data, in_flow=False).partition(" ")
            if rest.startswith(("#", " ")) or first in ("'-", '"-', '"', "'"):
                yield f"{margin}{lead} {first} {rest}{behind}"
            else:
                yield f"{margin}{lead} {first}"
                yield f"{margin}      {rest}{behind}"
        else:
            yield f"{margin}{lead} {self._one_line(data, in_flow=False)}{behind}"
