"""Amounts of money: what is wrong with one, and whether the funding makes up the budget."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Problem
from shakyo_plan.message import Message, say
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.money import AmountFault, Flaw, read_amount, read_balance, yen


def unreadable_amount(context: RuleContext) -> Iterator[Problem]:
    """Find amounts that say no yen, and say what is wrong with each."""
    amounts = [
        (place, amount)
        for program in context.plan.programs
        for place, amount in (
            ((*program.place, "budget"), program.budget),
            *(((*part.place, "amount"), part.amount) for part in program.funding),
        )
        if amount is not None
    ]
    read = [(place, amount, read_amount(amount)) for place, amount in amounts]
    read += [(place, amount, read_balance(amount)) for place, amount in context.accounted]
    faults = [(place, amount, found.fault) for place, amount, found in read if found.fault]
    unit = _usual_unit(amount for _, amount, _ in read) if faults else None
    for place, amount, fault in faults:
        yield Problem(place, *_amount_words(amount, fault, unit, str(place[-1])))


def _with_unit() -> Message:
    return say("Write the number with its unit: 69千円, 410,322,000円, 1,200万円")


_UNIT = lazy_pattern(r"\d(千円|百万円|万円|億円|円)")


def _usual_unit(amounts: Iterable[str]) -> str | None:
    """Return the unit that most of the amounts have; None where none has one."""
    counts = Counter(
        found[1]
        for amount in amounts
        if (found := _UNIT.search(unicodedata.normalize("NFKC", amount).replace(" ", "")))
    )
    return counts.most_common(1)[0][0] if counts else None


def _amount_words(
    amount: str, fault: AmountFault, unit: str | None, key: str
) -> tuple[Message, Message]:
    """Return what is wrong with the amount behind a key, and what to write instead."""
    if fault.flaw is Flaw.NO_UNIT:
        if unit is None:
            return say("The amount “{amount}” has no unit", amount=amount), _with_unit()
        return (
            say("The amount “{amount}” has no unit", amount=amount),
            say(
                "The other amounts of this plan are in {unit}: if this one is too, write {amount}{unit}",
                unit=unit,
                amount=amount.strip(),
            ),
        )
    if fault.flaw in (Flaw.COMMA, Flaw.POINT):
        digits = re.sub(r"[^0-9]", "", fault.part)
        return (
            say("A comma or point is out of place in “{part}”", part=fault.part),
            say(
                "Commas part groups of three digits, from the right: {number}. Correct the number, "
                "or leave the comma out",
                number=f"{int(digits):,}" if len(digits) > 3 else "69,000",
            ),
        )
    if fault.flaw is Flaw.TOO_LARGE:
        return (
            say("“{amount}” is more than any council has", amount=amount),
            say("Correct the number or its unit; until then the amount counts nowhere"),
        )
    if fault.flaw is Flaw.SEVERAL:
        return (
            say("“{amount}” is more than one amount", amount=amount),
            say(
                "If they add up, join them with +; if not, write the one that is the budget of this "
                "year, and the others in notes"
            ),
        )
    if fault.flaw is Flaw.NO_NUMBER:
        return (
            say("“{amount}” says no amount", amount=amount),
            say("Leave the line out, and write this in notes if readers are to know it")
            if key == "budget"
            else say("Leave this entry out until its amount is known"),
        )
    if fault.flaw is Flaw.LIMIT:
        return (
            say("“{amount}” is a limit, and no amount that is planned", amount=amount),
            say("Write the budget of the year, such as 30,000円×12団体, and the limit in notes"),
        )
    if fault.flaw is Flaw.BELOW_NOTHING:
        return (
            say("The amount “{amount}” is negative", amount=amount),
            say("Write the budget itself; a cut against last year belongs in notes"),
        )
    if fault.flaw is Flaw.PER_UNIT:
        return (
            say("“{amount}” is the price of one, and not the whole", amount=amount),
            say("Write how many there are, 1,000円×20人, or the whole amount"),
        )
    if fault.flaw is Flaw.ARITHMETIC and fault.computed is not None and fault.written is not None:
        return (
            say(
                "The parts of “{amount}” come to {computed} yen, but {written} yen is written",
                amount=amount,
                computed=f"{fault.computed:,}",
                written=f"{fault.written:,}",
            ),
            say("Correct one of the numbers; until then the amount counts nowhere"),
        )
    return say("The amount “{amount}” cannot be read", amount=amount), _with_unit()


def funding_sum(context: RuleContext) -> Iterator[Problem]:
    """Find budgets to which their funding does not add up."""
    for program in context.plan.programs:
        amounts = [yen(part.amount) for part in program.funding]
        known = [amount for amount in amounts if amount is not None]
        if not amounts or len(known) < len(amounts) or program.budget_yen is None:
            continue
        if (total := sum(known)) != program.budget_yen:
            yield Problem(
                (*program.place, "budget"),
                say(
                    "The budget is {budget} yen, but its funding totals {total} yen",
                    budget=f"{program.budget_yen:,}",
                    total=f"{total:,}",
                ),
                say(
                    "The difference is {difference} yen; fix the budget or one of the amounts",
                    difference=f"{total - program.budget_yen:+,}",
                ),
            )
