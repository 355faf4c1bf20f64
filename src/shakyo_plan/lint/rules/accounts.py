"""P4: the council's accounts: whether items come to the printed totals, and income to the expenses."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model import total_yen

_CARRIED = ("繰越", "繰入", "予備費", "積立", "差引", "収支差額")
"""What carries a balance over into another year or account."""


def _totals(context: RuleContext) -> Iterator[Problem]:
    for account in context.plan.accounts:
        for key, items, printed in (
            ("income_total", account.income, account.income_total_yen),
            ("expenses_total", account.expenses, account.expenses_total_yen),
        ):
            come_to = total_yen(items)
            if printed is not None and come_to is not None and printed != come_to:
                yield Problem(
                    (*account.place, key),
                    say(
                        "The items come to {sum} yen, but {total} yen is the total here",
                        sum=f"{come_to:,}",
                        total=f"{printed:,}",
                    ),
                    say(
                        "The difference is {difference} yen; fix the total or one of the items",
                        difference=f"{come_to - printed:+,}",
                    ),
                )


def _balance(context: RuleContext) -> Iterator[Problem]:
    for account in context.plan.accounts:
        income, expenses = account.income_total_yen, account.expenses_total_yen
        if income is None or expenses is None or income == expenses:
            continue
        items = (item.item for item in (*account.income, *account.expenses))
        if not any(word in item for item in items for word in _CARRIED):
            yield Problem(
                (*account.place, "expenses_total"),
                say(
                    "The income is {income} yen, the expenses are {expenses} yen",
                    income=f"{income:,}",
                    expenses=f"{expenses:,}",
                ),
                say("If this is intentional, no change is needed"),
            )


_ACCOUNT = """\
accounts:
  - income:
      - {item: 会費, amount: 240千円}
      - {item: 補助金, amount: 225千円}
    income_total: %s
    expenses:
      - {item: 事務費, amount: 465千円}
    expenses_total: %s
"""

ACCOUNT_RULES = (
    Rule(
        "P407",
        "account-sum",
        Severity.ERROR,
        translatable("Items of the accounts that do not add up to the printed total."),
        translatable("A total is the sum of its items, to the yen."),
        bad=(_ACCOUNT % ("466千円", "466千円")).replace(
            "事務費, amount: 465", "事務費, amount: 466"
        ),
        good=_ACCOUNT % ("465千円", "465千円"),
        check=_totals,
    ),
    Rule(
        "P408",
        "account-balance",
        Severity.INFO,
        translatable("Income and expenses that differ, where nothing carries a balance over."),
        translatable("A budget balances; what is left is carried over, and then printed."),
        bad=(_ACCOUNT % ("465千円", "460千円")).replace(
            "事務費, amount: 465", "事務費, amount: 460"
        ),
        good=_ACCOUNT % ("465千円", "465千円"),
        check=_balance,
    ),
)
