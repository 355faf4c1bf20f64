"""All rules, in one explicit list. A family is one to three modules; the first digit of a code is its family.

P0 file · P1 numbering · P2 programs · P3 status · P4 time and money · P5 notation ·
P6 across years · P9 suppressions. Codes are forever: a retired one is never given again.
"""

from __future__ import annotations

from collections.abc import Mapping

from shakyo_plan.lint.rules.accounts import ACCOUNT_RULES
from shakyo_plan.lint.rules.across_years import ACROSS_YEARS_RULES
from shakyo_plan.lint.rules.citations import CITATION_RULES
from shakyo_plan.lint.rules.culprits import CULPRIT_RULES
from shakyo_plan.lint.rules.days_and_times import DAY_AND_TIME_RULES
from shakyo_plan.lint.rules.entries import ENTRY_RULES
from shakyo_plan.lint.rules.file import FILE_RULES
from shakyo_plan.lint.rules.lists import LIST_RULES
from shakyo_plan.lint.rules.notation import NOTATION_RULES
from shakyo_plan.lint.rules.numbering import NUMBERING_RULES
from shakyo_plan.lint.rules.odd_characters import ODD_CHARACTER_RULES
from shakyo_plan.lint.rules.own_words import OWN_WORDS_RULES
from shakyo_plan.lint.rules.record import Rule
from shakyo_plan.lint.rules.registry import REGISTRY_RULES
from shakyo_plan.lint.rules.renumbering import RENUMBERING_RULES
from shakyo_plan.lint.rules.said_twice import SAID_TWICE_RULES
from shakyo_plan.lint.rules.shapes import SHAPE_RULES
from shakyo_plan.lint.rules.status import STATUS_RULES
from shakyo_plan.lint.rules.suppressions import SUPPRESSION_RULES
from shakyo_plan.lint.rules.time_and_money import TIME_AND_MONEY_RULES
from shakyo_plan.lint.rules.wording import WORDING_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *FILE_RULES,
            *NUMBERING_RULES,
            *CITATION_RULES,
            *CULPRIT_RULES,
            *ENTRY_RULES,
            *LIST_RULES,
            *REGISTRY_RULES,
            *STATUS_RULES,
            *SHAPE_RULES,
            *OWN_WORDS_RULES,
            *TIME_AND_MONEY_RULES,
            *DAY_AND_TIME_RULES,
            *SAID_TWICE_RULES,
            *ACCOUNT_RULES,
            *NOTATION_RULES,
            *ODD_CHARACTER_RULES,
            *WORDING_RULES,
            *ACROSS_YEARS_RULES,
            *RENUMBERING_RULES,
            *SUPPRESSION_RULES,
        ),
        key=lambda rule: rule.code,
    )
)

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
