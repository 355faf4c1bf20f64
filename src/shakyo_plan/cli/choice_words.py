"""What people call the choices of options, in Japanese: the first is what they are told, the others count too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lookup.budget.kinds import BudgetBy
from shakyo_plan.lookup.xref.kinds import XrefKind

if TYPE_CHECKING:
    from shakyo_plan.diff import ChangeKind, Item

SEVERITIES: Mapping[Severity, tuple[str, ...]] = {
    Severity.ERROR: ("誤り", "エラー"),
    Severity.WARNING: ("注意", "警告"),
    Severity.INFO: ("参考", "情報"),
}
TABLES: Mapping[XrefKind, tuple[str, ...]] = {
    XrefKind.PROGRAMS: ("事業",),
    XrefKind.PRIORITIES: ("重点項目", "重点"),
    XrefKind.DISTRICTS: ("地区",),
    XrefKind.COMMISSIONS: ("委託元", "委託", "受託"),
    XrefKind.TAGS: ("独自の印", "印", "タグ"),
    XrefKind.DEPARTMENTS: ("担当", "担当部署", "部署", "課"),
    XrefKind.STATUS: ("区分",),
    XrefKind.CALENDAR: ("年間予定", "実施時期", "カレンダー", "暦", "月", "予定"),
    XrefKind.GAPS: ("抜け", "計画の抜け", "不足", "漏れ", "もれ"),
}
BUDGETS: Mapping[BudgetBy, tuple[str, ...]] = {
    BudgetBy.GOAL: ("目標",),
    BudgetBy.PLAN: ("計画",),
    BudgetBy.PRIORITY: ("重点",),
    BudgetBy.COMMISSION: ("委託", "受託"),
    BudgetBy.SOURCE: ("財源内訳",),
    BudgetBy.DEPARTMENT: ("担当", "部署", "課"),
    BudgetBy.TAG: ("独自の印", "タグ"),
}
"""Beside what the table itself calls them."""


def change_kinds() -> Mapping[ChangeKind, tuple[str, ...]]:
    """Return the words for the kinds of change, beside those that a comparison prints."""
    from shakyo_plan.diff import ChangeKind

    return {ChangeKind.RENAMED: ("改称",), ChangeKind.REORDERED: ("順序変更", "並べ替え")}


def change_items() -> Mapping[Item, tuple[str, ...]]:
    """Return the words for what can change, beside those that a comparison prints."""
    from shakyo_plan.model.kinds import PartKind

    return {
        PartKind.COUNCIL: ("協議会",),
        PartKind.PRIORITY: ("重点",),
        PartKind.ACTION: ("具体的な取り組み",),
        PartKind.GOAL: ("目標",),
        PartKind.PLAN: ("計画", "基本施策"),
        PartKind.GROUP: ("まとまり",),
        PartKind.SUPPRESS: ("除外",),
    }
