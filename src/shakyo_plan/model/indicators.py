"""Indicators (指標): what a plan wants to reach, in figures."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.model.reading import Data, place_field, plain
from shakyo_plan.values.data_path import DataPath


@dataclass(frozen=True)
class Measure:
    """A value, as written, and the fiscal year that it is of."""

    value: str
    year: int | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Measure:
        """Make one from a map of the file; a value may be written as a number."""
        return cls(**plain(data) | {"value": str(data["value"])}, place=place)


@dataclass(frozen=True)
class Indicator:
    """What is measured, where it stands (現状値), and what is to be reached (目標値)."""

    name: str
    unit: str | None = None
    """Where the values do not say it themselves."""
    baseline: Measure | None = None
    target: Measure | None = None
    reason: str | None = None
    place: DataPath = place_field()

    @classmethod
    def read(cls, data: Data, place: DataPath) -> Indicator:
        """Make one from a map of the file."""
        own = {
            key: Measure.read(data[key], (*place, key))
            for key in ("baseline", "target")
            if key in data
        }
        return cls(**plain(data) | own, place=place)
