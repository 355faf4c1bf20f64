"""A cross-reference table: rows, columns, and the programs that each cell holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import isqrt
from typing import TypeAlias

from shakyo_plan.message import say
from shakyo_plan.model.kinds import PartKind
from shakyo_plan.model.not_found import not_found
from shakyo_plan.values.plan_id import fold_plan_id

Id: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Head:
    """A row or a column; its title where it has one beside its id, and the goal of a basic plan."""

    id: Id
    title: str = ""
    goal: int | None = None


@dataclass(frozen=True)
class Matrix:
    """A cross-reference table; a cell that holds no programs is not there."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    row_axis: PartKind
    column_axis: PartKind
    cells: Mapping[tuple[Id, Id], tuple[str, ...]]
    counts: bool
    """Whether a cell counts programs; otherwise it is a mark, there or not."""
    left_out: tuple[str, ...] = ()
    """The programs that have no place in the table, such as those without a schedule in a calendar."""

    def programs(self, row: Head, column: Head) -> tuple[str, ...]:
        """Return the programs of a cell."""
        return self.cells.get((row.id, column.id), ())

    def value(self, row: Head, column: Head) -> int:
        """Return the number of a cell."""
        return len(self.programs(row, column))

    def filled(self, row: Head) -> Iterator[tuple[Head, tuple[str, ...]]]:
        """Yield the columns that hold something in a row, in their order, with the programs."""
        found = self._by_row.get(row.id, {})
        for column in sorted(found, key=self._order.__getitem__):
            yield self.columns[self._order[column]], found[column]

    def row_total(self, row: Head, columns: Iterable[Head] | None = None) -> int:
        """Return the sum of a row, of all its columns or of some."""
        found = self._by_row.get(row.id, {})
        if columns is None:
            return sum(map(len, found.values()))
        return sum(len(found.get(column.id, ())) for column in columns) if found else 0

    def column_total(self, column: Head) -> int:
        """Return the sum of a column."""
        return sum(map(len, self._by_column.get(column.id, {}).values()))

    def row_distinct(self, row: Head) -> int:
        """Return how many different programs a row has: one in several columns counts once."""
        return len(set().union(*self._by_row.get(row.id, {}).values()))

    def column_distinct(self, column: Head) -> int:
        """Return how many different programs a column has: one in several rows counts once."""
        return len(set().union(*self._by_column.get(column.id, {}).values()))

    @property
    def total(self) -> int:
        """The sum of all cells."""
        return sum(self.row_total(row) for row in self.rows)

    @property
    def distinct(self) -> int:
        """How many different programs there are in all."""
        every = (names for cells in self._by_row.values() for names in cells.values())
        return len(set().union(*every))

    def shortened(self, most: int) -> Matrix:
        """Return the beginning of a table that has more cells than ``most``, else the table itself."""
        if len(self.rows) * len(self.columns) <= most:
            return self
        # As many columns as rows, where both are too many.
        columns = self.columns[: max(isqrt(most), most // len(self.rows))]
        return replace(self, columns=columns, rows=self.rows[: most // len(columns)])

    def transposed(self) -> Matrix:
        """Return the table with rows as columns."""
        return replace(
            self,
            rows=self.columns,
            columns=self.rows,
            row_axis=self.column_axis,
            column_axis=self.row_axis,
            cells={(column, row): names for (row, column), names in self.cells.items()},
        )

    def with_rows(self, wanted: Callable[[int], bool]) -> Matrix:
        """Return the table with the rows whose sum is wanted."""
        return replace(self, rows=tuple(row for row in self.rows if wanted(self.row_total(row))))

    def with_columns(self, names: str) -> Matrix:
        """Return the table with just these columns, named by their ids, commas between.

        Raises:
            UserError: there is no such column; the message says which there are.
        """
        by_id = {str(column.id): column for column in self.columns}
        chosen = []
        for name in names.replace("、", ",").split(","):
            wanted = fold_plan_id(name.strip()).strip()
            if wanted not in by_id:
                raise not_found(say("column"), name.strip(), tuple(by_id))
            chosen.append(by_id[wanted])
        return replace(self, columns=tuple(chosen))

    def sorted_by(self, name: str) -> Matrix:
        """Return the table with rows by their sum (``total``) or their ``id``, - for the greatest first.

        Raises:
            UserError: it is neither.
        """
        down, wanted = name.startswith("-"), name.removeprefix("-")
        orders: Mapping[str, Callable[[Head], object]] = {
            "total": self.row_total,
            "id": lambda row: str(row.id),
        }
        if wanted not in orders:
            raise not_found(say("column"), wanted, tuple(orders))
        order = orders[wanted]
        return replace(self, rows=tuple(sorted(self.rows, key=order, reverse=down)))  # type: ignore[arg-type]  # of one kind

    @cached_property
    def _order(self) -> Mapping[Id, int]:
        return {column.id: number for number, column in enumerate(self.columns)}

    @cached_property
    def _by_row(self) -> Mapping[Id, Mapping[Id, tuple[str, ...]]]:
        """The cells of the rows and columns that are there; a large table is nearly empty."""
        rows = {row.id for row in self.rows}
        found: dict[Id, dict[Id, tuple[str, ...]]] = {}
        for (row, column), names in self.cells.items():
            if row in rows and column in self._order:
                found.setdefault(row, {})[column] = names
        return found

    @cached_property
    def _by_column(self) -> Mapping[Id, Mapping[Id, tuple[str, ...]]]:
        found: dict[Id, dict[Id, tuple[str, ...]]] = {}
        for row, cells in self._by_row.items():
            for column, names in cells.items():
                found.setdefault(column, {})[row] = names
        return found
