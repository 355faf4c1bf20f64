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
    """Return the words for the kinds of change."""
    from shakyo_plan.diff import ChangeKind

    return {
        ChangeKind.ADDED: ("追加",),
        ChangeKind.REMOVED: ("削除",),
        ChangeKind.RENAMED: ("名称変更", "改称"),
        ChangeKind.RENUMBERED: ("番号変更",),
        ChangeKind.MOVED: ("移動",),
        ChangeKind.SPLIT: ("分割",),
        ChangeKind.MERGED: ("統合",),
        ChangeKind.CHANGED: ("変更",),
        ChangeKind.REORDERED: ("順序", "順序変更", "並べ替え"),
    }


def change_items() -> Mapping[Item, tuple[str, ...]]:
    """Return the words for what can change."""
    from shakyo_plan.model.kinds import PartKind

    return {
        PartKind.COUNCIL: ("協議会", "社協"),
        PartKind.LABELS: ("呼び名",),
        PartKind.PHILOSOPHY: ("基本理念",),
        PartKind.BASED_ON: ("上位計画",),
        PartKind.POLICY: ("事業方針",),
        PartKind.DOCUMENT: ("計画全体",),
        PartKind.PRIORITY: ("重点項目", "重点"),
        PartKind.ACTION: ("具体的な取り組み", "取り組み"),
        PartKind.GOAL: ("基本目標", "目標"),
        PartKind.PLAN: ("基本計画", "計画", "基本施策"),
        PartKind.SECTION: ("節",),
        PartKind.GROUP: ("各種事業", "まとまり"),
        PartKind.CITATION: ("掲載",),
        PartKind.PROGRAM: ("事業",),
        PartKind.MANAGEMENT: ("組織運営",),
        PartKind.SUPPRESS: ("除外", "除外した指摘"),
    }
