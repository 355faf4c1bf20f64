"""Every key of every part reaches everything that tells of a plan: made from the dataclasses, not from a list."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import Any

import pytest

from shakyo_plan.diff import compare
from shakyo_plan.diff.views.data import change_data
from shakyo_plan.language import Translator
from shakyo_plan.lookup.naming import named_parts
from shakyo_plan.lookup.programs.filtering import Criteria, find_programs
from shakyo_plan.lookup.programs.view import program_columns
from shakyo_plan.lookup.query.tables import TABLES
from shakyo_plan.lookup.show.data import detail_data
from shakyo_plan.lookup.show.details import detail
from shakyo_plan.lookup.show.view import card
from shakyo_plan.model import Plan, Program
from shakyo_plan.model.fields import PARTS, Field, fields_of
from shakyo_plan.values.data_path import DataPath, value_at
from tests.parts import changes, whole

TR = Translator("ja")
CHANGES = [case for case in changes() if case[1].key != "format"]
IDS = ["/".join(map(str, place)) for _, _, place, _ in CHANGES]
each_key = pytest.mark.parametrize(("part", "field", "place", "value"), CHANGES, ids=IDS)


def with_value(place: DataPath, value: Any) -> Plan:
    data = copy.deepcopy(whole())
    value_at(data, place[:-1])[place[-1]] = value
    return Plan.read(data)


def texts(value: Any) -> str:
    """Everything that is said, as one text, in which a value can be looked for."""
    return json.dumps(value, ensure_ascii=False)


def written(value: Any) -> str:
    return texts(value[0] if isinstance(value, list) else value)


def test_the_dataclasses_have_the_keys_of_the_table_in_its_order():
    for part in PARTS:
        names = [each.name for each in dataclasses.fields(part) if each.name != "place"]
        assert names == [field.key for field in fields_of(part)], part


@each_key
def test_a_difference_in_it_is_told(part: type, field: Field, place: DataPath, value: Any):
    if (part, field.key) == (Plan, "fiscal_year"):
        return  # the two versions tell it
    found = compare(Plan.read(whole()), with_value(place, value))
    assert found
    assert written(value) in texts([change_data(change) for change in found])


@each_key
def test_it_is_shown(part: type, field: Field, place: DataPath, value: Any):
    plan = with_value(place, value)
    everything = [detail_data(detail(plan, named)) for named in named_parts(plan)]
    assert written(value) in texts(everything)
    if part is Program and field.key not in ("name", "tags"):
        cards = [
            card(detail(plan, named), named, plan.numbering, TR) for named in named_parts(plan)
        ]
        assert TR(field.word) in {name for each in cards for name, _ in each.facts}


@each_key
def test_it_can_be_queried(part: type, field: Field, place: DataPath, value: Any):
    plan = with_value(place, value)
    own = [list(table.rows(plan)) for table in TABLES]
    every_table = [plan.fiscal_year, plan.council.name]
    assert written(value) in texts([own, every_table])


@pytest.mark.parametrize("field", fields_of(Program), ids=lambda field: field.key)
def test_it_is_a_column_of_programs(field: Field):
    (column,) = [column for column in program_columns(TR) if column.key == field.key]
    plan = Plan.read(whole())
    assert column.data(find_programs(plan, Criteria()).rows[0]) is not Ellipsis
