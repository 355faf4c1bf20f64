"""What holds for the cross-reference tables of any plan, at any width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from shakyo_plan.language import Translator
from shakyo_plan.lookup.xref.build import cross
from shakyo_plan.lookup.xref.kinds import XrefKind
from shakyo_plan.lookup.xref.matrix_terminal import matrix_parts
from shakyo_plan.lookup.xref.matrix_view import MARK, Shown
from shakyo_plan.model import BasicPlan, Citation, Council, Goal, Plan, Program
from shakyo_plan.output.terminal.render import render
from tests.amount import examples

NAMES = st.text("福祉支援事業（）・ーアaB1 -", min_size=1, max_size=40).map(str.strip).filter(bool)
JA = Translator("ja")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = draw(st.lists(NAMES, min_size=1, max_size=30, unique=True))
    goals = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        cited = draw(st.lists(st.lists(st.sampled_from(names), max_size=8), max_size=12))
        goals.append(
            Goal(
                number,
                f"目標{number}",
                plans=tuple(
                    BasicPlan(f"{number}-{n}", "計画", programs=tuple(map(Citation, each)))
                    for n, each in enumerate(cited, 1)
                ),
            )
        )
    programs = tuple(map(Program, names))
    return Plan(1, 2024, Council("社協"), goals=tuple(goals), programs=programs)


@given(plans())
def test_rows_and_columns_have_one_sum_and_turning_twice_changes_nothing(plan: Plan):
    matrix = cross(plan, XrefKind.PROGRAMS)
    cited = {(c.name, each.id) for each in plan.basic_plans for c in each.programs}  # type: ignore[union-attr]
    assert matrix.total == sum(map(matrix.column_total, matrix.columns)) == len(cited)
    assert matrix.transposed().transposed() == matrix
    for goal in plan.goals:
        part = cross(plan, XrefKind.PROGRAMS, goal.id)
        assert part.columns == tuple(each for each in matrix.columns if each.goal == goal.id)


@settings(max_examples=examples(60), deadline=None)
@given(plans(), st.integers(40, 200), st.booleans())
def test_every_mark_and_every_name_is_there_at_any_width(plan: Plan, width: int, turned: bool):
    matrix = cross(plan, XrefKind.PROGRAMS)
    matrix = matrix.transposed() if turned else matrix
    shown = Shown(matrix, XrefKind.PROGRAMS, plan, JA)
    text = render(*matrix_parts(shown, width), width=width, colour=False)
    assert text.count(MARK) == matrix.total
    assert all(cell_len(line) <= width for line in text.splitlines())
    if not turned and matrix.columns:
        letters = sum(
            name.count("祉") for name in (row.title or str(row.id) for row in matrix.rows)
        )
        assert text.count("祉") >= letters
