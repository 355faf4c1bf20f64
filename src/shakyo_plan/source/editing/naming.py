"""Where the names of programs and districts stand in a plan's data, for those who change one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shakyo_plan.values.data_path import DataPath


def places_of_program(data: Any, name: str) -> Iterator[DataPath]:
    """Yield each place that means the program: registry, citations, ``distinct_from``, suppressions."""
    for number, program in enumerate(data.get("programs", ())):
        if program["name"] == name:
            yield ("programs", number, "name")
        for count, other in enumerate(program.get("distinct_from", ())):
            if other == name:
                yield ("programs", number, "distinct_from", count)
    yield from citations_of_program(data, name)
    for number, suppression in enumerate(data.get("suppress", ())):
        if suppression["item"] == name:
            yield ("suppress", number, "item")


def citations_of_program(data: Any, name: str) -> Iterator[DataPath]:
    """Yield each place in the lists of programs that cites the program."""
    for place, entries in lists_of_programs(data):
        for number, entry in enumerate(entries):
            if entry == name:
                yield (*place, number)


def lists_of_programs(data: Any) -> Iterator[tuple[DataPath, list[Any]]]:
    """Yield every list that cites programs, those of groups after the list that they are in."""
    for place, part in _parts(data):
        if isinstance(entries := part.get("programs"), list):
            yield (*place, "programs"), entries
            for number, entry in enumerate(entries):
                if isinstance(entry, dict):
                    yield (*place, "programs", number, "programs"), entry.get("programs", [])


def _parts(data: Any) -> Iterator[tuple[DataPath, Any]]:
    """Yield each part that may have a list of programs, in printed order."""
    for number, priority in enumerate(data.get("priorities", ())):
        yield ("priorities", number), priority
    for number, goal in enumerate(data.get("goals", ())):
        yield ("goals", number), goal
        yield from _plans(goal, ("goals", number))
    yield from _plans(data, ())


def _plans(owner: Any, place: DataPath) -> Iterator[tuple[DataPath, Any]]:
    for number, basic_plan in enumerate(owner.get("plans", ())):
        here = (*place, "plans", number)
        for count, section in enumerate(basic_plan.get("sections", ())):
            yield (*here, "sections", count), section
        yield here, basic_plan


def places_of_district(data: Any, name: str) -> Iterator[DataPath]:
    """Yield each place that names the district: the council's list, and programs."""
    for number, district in enumerate(data["council"].get("districts", ())):
        if district == name:
            yield ("council", "districts", number)
    for number, program in enumerate(data.get("programs", ())):
        district = program.get("district")
        if district == name:
            yield ("programs", number, "district")
        elif isinstance(district, list):
            for count, named in enumerate(district):
                if named == name:
                    yield ("programs", number, "district", count)
