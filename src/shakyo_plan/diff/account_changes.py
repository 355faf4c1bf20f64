"""What became of the accounts (会計), item by item, as people are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shakyo_plan.diff.changes import Change, ChangeKind
from shakyo_plan.model import Account, AccountItem
from shakyo_plan.model.accounts import paired_by_name
from shakyo_plan.model.fields import field_of

ACCOUNTS = "accounts"
"""The key of a plan; of what is told item by item, the name says which item it is."""


def item_by_item(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes, that of the accounts as one of each item, total or division that differs.

    In the list of changes, all accounts are one value; what only changed its order is told so.
    """
    for change in changes:
        if change.field == ACCOUNTS and isinstance(change.old, tuple):
            yield from tuple(_items(change)) or (change,)
        else:
            yield change


def _items(whole: Change) -> Iterator[Change]:
    old, new = (tuple(_accounts(side)) for side in (whole.old, whole.new))
    pairs = paired_by_name(
        [(part.division or "", part) for part in new], [(part.division or "", part) for part in old]
    )
    nothing = Account()
    for division, now, then in pairs:
        before, after = then or nothing, now or nothing
        if nothing in (replace(before, division=None), replace(after, division=None)):
            # One that has no amounts has no item to tell of, and still comes or goes.
            gone, come = division if then else None, division if now else None
            yield from _amount(whole, (division,), gone, come)
        for key, total in (("income", "income_total"), ("expenses", "expenses_total")):
            side = (division, field_of(Account, key).title)
            items = paired_by_name(_named(getattr(after, key)), _named(getattr(before, key)))
            for item, one, other in items:
                amounts = other.amount if other else None, one.amount if one else None
                yield from _amount(whole, (*side, item), *amounts)
            totals = getattr(before, total), getattr(after, total)
            yield from _amount(whole, (division, field_of(Account, total).title), *totals)


def _accounts(value: object) -> Iterator[Account]:
    if isinstance(value, tuple):
        yield from (part for part in value if isinstance(part, Account))


def _named(items: tuple[AccountItem, ...]) -> list[tuple[str, AccountItem]]:
    return [(item.item, item) for item in items]


def _amount(
    whole: Change, words: tuple[str, ...], old: str | None, new: str | None
) -> Iterator[Change]:
    if old == new:
        return
    kind = ChangeKind.ADDED if old is None else ChangeKind.CHANGED
    kind = ChangeKind.REMOVED if new is None else kind
    yield replace(whole, kind=kind, name=" ".join(filter(None, words)), old=old, new=new)
