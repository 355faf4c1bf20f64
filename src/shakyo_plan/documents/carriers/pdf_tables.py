"""Tables of a PDF page, by their ruled lines: cells, also those that span several rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shakyo_plan.documents.carriers.pdf_lines import PrintedLine, lines_of
from shakyo_plan.documents.carriers.pdf_page import Letter, Page, Rule
from shakyo_plan.documents.carriers.pdf_paragraphs import joined
from shakyo_plan.documents.outline.numbering import begins_entry
from shakyo_plan.values.lazy_pattern import lazy_pattern

_NEAR = 3.0
"""Points that two lines may be apart and be one, or meet."""
_NARROWEST = 8.0
_FULL = 1.7
_MOST_RULES = 4_000
_LABEL = lazy_pattern(r"[^\s：:。、]{2,8}[：:]")
"""A line of a cell that begins with a label, 実施時期：, is none that goes on."""


@dataclass(frozen=True)
class Grid:
    """The columns and rows of a table."""

    xs: tuple[float, ...]
    """From left to right."""
    ys: tuple[float, ...]
    """From top to bottom."""
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.ys) - 1

    def holds(self, letter: Letter) -> bool:
        """Whether a letter stands within the table."""
        return (
            self.xs[0] - 1 <= letter.x <= self.xs[-1] and self.ys[-1] - 1 <= letter.y <= self.ys[0]
        )

    def cell_of(self, letter: Letter) -> tuple[int, int]:
        """Return row and column of the cell that a letter stands in, the first ones of a merged cell."""
        middle = letter.x + letter.size / 4
        column = next((n for n in range(self.columns) if middle < self.xs[n + 1]), self.columns - 1)
        row = next((n for n in range(self.rows) if letter.y >= self.ys[n + 1]), self.rows - 1)
        return self.origin(row, column)

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return the first row and column of the cell that covers a place."""
        while column > 0 and not self._has_left(row, column):
            column -= 1
        while row > 0 and not self._has_top(row, column):
            row -= 1
        return row, column

    def _has_top(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(
            abs(rule.at - self.ys[row]) <= _NEAR and rule.start <= middle <= rule.end
            for rule in self.across
        )

    def _has_left(self, row: int, column: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs(rule.at - self.xs[column]) <= _NEAR and rule.start <= middle <= rule.end
            for rule in self.down
        )


def grids_of(page: Page) -> list[Grid]:
    """Return the tables of a page, from top to bottom; frames and underlines are none."""
    if len(page.across) + len(page.down) > _MOST_RULES:
        return []
    found = []
    for across, down in _regions(page.across, page.down):
        xs, ys = _merged(rule.at for rule in down), _merged(rule.at for rule in across)
        if len(xs) >= 3 and len(ys) >= 2:
            found.append(Grid(tuple(xs), tuple(reversed(ys)), tuple(across), tuple(down)))
    return sorted(found, key=lambda grid: -grid.ys[0])


def rows_of(grid: Grid, letters: Sequence[Letter], number: int) -> list[tuple[str | None, ...]]:
    """Return the rows of a table: the text of each cell, None for one that is merged with the cell above."""
    cells: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        cells.setdefault(grid.cell_of(letter), []).append(letter)
    rows: list[tuple[str | None, ...]] = []
    for row in range(grid.rows):
        texts: list[str | None] = []
        for column in range(grid.columns):
            origin = grid.origin(row, column)
            if origin == (row, column):
                texts.append(_cell_text(cells.get(origin, []), grid, column, number))
            else:
                texts.append(None if origin[1] == column else "")
        if any(texts):
            rows.append(tuple(texts))
    return rows


def _cell_text(letters: Sequence[Letter], grid: Grid, column: int, number: int) -> str:
    """Return the text of a cell: its lines joined where they are full, else kept apart."""
    text = ""
    before: PrintedLine | None = None
    for line in lines_of(letters, number) if letters else []:
        written = line.text.strip()
        width = grid.xs[column + 1] - grid.xs[column]
        if before is None:
            text = written
        elif _begins_anew(written) or not _is_full(before, grid.xs[column + 1], width):
            text += f"\n{written}"
        else:
            text = joined((text, written))
        before = line
    return text


def _is_full(line: PrintedLine, edge: float, width: float) -> bool:
    """Whether a line of a cell goes on: it reaches the edge, or nearly so and ends no sentence."""
    if line.right >= edge - _FULL * line.size - _NEAR * 2:
        return True
    return not line.text.rstrip().endswith("。") and line.right >= edge - width / 2


def _begins_anew(text: str) -> bool:
    return bool(_LABEL.match(text)) or begins_entry(text)


def _regions(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the groups of lines that meet each other."""
    left = list(down)
    regions = []
    while left:
        members_down = [left.pop()]
        members_across: list[Rule] = []
        grew = True
        while grew:
            grew = False
            for rule in across:
                if rule not in members_across and any(_meet(rule, other) for other in members_down):
                    members_across.append(rule)
                    grew = True
            for rule in list(left):
                if any(_meet(other, rule) for other in members_across):
                    members_down.append(rule)
                    left.remove(rule)
                    grew = True
        regions.append((members_across, members_down))
    return regions


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _NEAR <= down.at <= across.end + _NEAR
        and down.start - _NEAR <= across.at <= down.end + _NEAR
    )


def _merged(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NARROWEST:
            found.append(place)
    return found
