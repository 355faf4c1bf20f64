"""What people call a status or a commissioning body, beside its value in the file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from shakyo_plan.model.program import Commission, Status
from shakyo_plan.values.name import plain_name

SPOKEN: Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]] = {
    Status: {
        Status.NEW: ("新規", "新", "新設"),
        Status.EXPANDED: ("拡充", "拡大", "充実"),
        Status.CONTINUED: ("継続", "既存"),
        Status.RESTRUCTURED: ("改編", "再編", "見直し"),
        Status.REDUCED: ("縮小",),
        Status.MERGED: ("統合",),
        Status.SUSPENDED: ("休止", "休止中", "中止"),
        Status.DISCONTINUED: ("廃止", "終了"),
    },
    Commission: {
        Commission.CITY: ("市", "市受託", "市委託"),
        Commission.TOWN: ("町", "町受託", "町委託"),
        Commission.VILLAGE: ("村", "村受託", "村委託"),
        Commission.WARD: ("区", "区受託", "区委託"),
        Commission.PREFECTURE: ("県", "県受託", "県委託", "都", "道", "府", "都道府県"),
        Commission.STATE: ("国", "国受託", "国委託"),
        Commission.CITY_SHAKYO: ("市社協", "市社協受託", "市社会福祉協議会"),
        Commission.PREFECTURAL_SHAKYO: ("県社協", "県社協受託", "都道府県社協", "県社会福祉協議会"),
        Commission.NATIONAL_SHAKYO: ("全社協", "全社協受託", "全国社会福祉協議会"),
        Commission.OTHER: ("その他", "その他受託", "他"),
    },
}
"""The Japanese words for each, the shortest first that says it; 事業 may stand behind any."""


def spoken_choice(kind: type[StrEnum], text: str) -> StrEnum | None:
    """Return the status or body that a word means, in either language; None for none."""
    word = plain_name(text)
    for choice, words in SPOKEN[kind].items():
        if word == choice.value or word.removesuffix("事業") in words:
            return choice
    return None
