"""Plans that have every part once, made from the dataclasses and the field table: no key is listed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from shakyo_plan.model import Plan, Program, ProgramGroup
from shakyo_plan.model.fields import PARTS, Field, FieldKind, fields_of
from shakyo_plan.values.data_path import DataPath

PROGRAM = "子育てサロン"
OTHER = "見守り事業"


def part_of(part: type, key: str) -> type:
    """Return the class of what stands under a key whose value has keys of its own."""
    hint = get_type_hints(part)[key]
    found: type = next(each for each in (hint, *get_args(hint)) if each in PARTS)
    return found


def sample(part: type) -> dict[str, Any]:
    """Return a part with everything in it that has keys of its own, and what it cannot be without."""
    found: dict[str, Any] = {}
    required = _required(part)
    for field in fields_of(part):
        if field.kind is FieldKind.RECORD:
            found[field.key] = sample(part_of(part, field.key))
        elif field.kind is FieldKind.RECORDS:
            found[field.key] = [sample(part_of(part, field.key))]
        elif field.kind is FieldKind.PROGRAMS:
            found[field.key] = [PROGRAM, sample(ProgramGroup)]
        elif field.key in required:
            found[field.key] = _FIRST.get((part, field.key), _value(field, "もと", 1))
    return found


def whole() -> dict[str, Any]:
    """Return a plan with every part once, and two programs."""
    data = sample(Plan)
    data |= {"format": 1, "fiscal_year": 2024}
    first = data["programs"][0]
    data["programs"] = [first | {"name": PROGRAM}, {"name": OTHER}]
    return data


def changes() -> Iterator[tuple[type, Field, DataPath, Any]]:
    """Yield every key of every part: where it stands in `whole`, and another value for it."""
    for part, place in places(Plan, ()):
        for field in fields_of(part):
            if field.is_plain:
                yield (
                    part,
                    field,
                    (*place, field.key),
                    _OTHER.get((part, field.key)) or _value(field, "ほかの値", 2),
                )


def places(part: type, place: DataPath) -> Iterator[tuple[type, DataPath]]:
    """Yield every part that stands in a part, itself first, with its place."""
    yield part, place
    for field in fields_of(part):
        if field.kind is FieldKind.RECORD:
            yield from places(part_of(part, field.key), (*place, field.key))
        elif field.kind is FieldKind.RECORDS:
            yield from places(part_of(part, field.key), (*place, field.key, 0))
        elif field.kind is FieldKind.PROGRAMS:
            yield from places(ProgramGroup, (*place, field.key, 1))


def _required(part: type) -> set[str]:
    from shakyo_plan.model.fields import part_schema

    return set(part_schema(part)["required"])


def _value(field: Field, text: str, number: int) -> Any:
    match field.kind:
        case FieldKind.CHOICE:
            return field.choices[-1]
        case FieldKind.NUMBER:
            return number
        case FieldKind.YEAR:
            return 2024 + number
        case FieldKind.TEXTS:
            return [f"{text}{field.key}"]
    return f"{text}{field.key}"


_FIRST: dict[tuple[type, str], Any] = {}
_OTHER: dict[tuple[type, str], Any] = {}


def with_shapes() -> None:
    """Ids and names have shapes that no kind of value tells."""
    from shakyo_plan.model import BasicPlan, Suppression

    _FIRST[BasicPlan, "id"] = "1-1"
    _OTHER[BasicPlan, "id"] = "1-2"
    _OTHER[Program, "district"] = "常磐"
    _FIRST[Suppression, "item"] = PROGRAM


with_shapes()
