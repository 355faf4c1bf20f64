"""Single changes of the printed text: the draft is the same, or a doubt names the spot; hardly any in silence."""

from __future__ import annotations

import pytest

from tests.import_figures import Figures, figures, report
from tests.printed_document import printed_plan

_FEW, _WHOLE = 40, 400


def _check(found: Figures, count: int) -> None:
    assert len(found.silent) <= 0.02 * count, (report(found), found.silent)
    assert max(number for number, _ in found.added) <= 5, report(found)


def test_a_single_change_is_seldom_taken_in_silence():
    _check(figures(printed_plan(), _FEW), _FEW)


@pytest.mark.slow
def test_of_400_single_changes_at_most_2_percent_are_taken_in_silence():
    _check(figures(printed_plan(), _WHOLE), _WHOLE)
