"""jsonschema, set up for plan files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from shakyo_plan.model.schema import schema


@cache
def _validator() -> Validator:
    # JSON Schema takes 2024.0 for an integer; a plan's years and numbers are written without point.
    types = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: type(value) is int
    )
    # jsonschema leaves `extend` untyped.
    made: Validator = extend(Draft202012Validator, type_checker=types)(schema())  # type: ignore[no-untyped-call]
    return made


def errors(data: Any) -> Iterator[ValidationError]:
    """Yield what makes the data invalid."""
    yield from _validator().iter_errors(data)
