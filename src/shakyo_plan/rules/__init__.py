"""All rules, in one explicit list. A family is a module; the first digit of a code is its family.

P0 file · P1 numbering · P2 programs · P3 status · P4 time and money · P5 notation ·
P6 across years · P9 suppressions. Codes are forever: a retired one is never given again.
"""

from __future__ import annotations

from collections.abc import Mapping

from shakyo_plan.rules.file import FILE_RULES
from shakyo_plan.rules.record import Rule

RULES: tuple[Rule, ...] = (*FILE_RULES,)

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
