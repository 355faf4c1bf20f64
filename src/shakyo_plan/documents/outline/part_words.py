"""The words by which the parts of a printed plan are known: 事業方針, 重点項目, 事業計画, 組織運営."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.values.fiscal_year import ERAS
from shakyo_plan.values.lazy_pattern import lazy_pattern


class Part(StrEnum):
    """A part of the document, which its heading begins."""

    COVER = "cover"
    PHILOSOPHY = "philosophy"
    BASED_ON = "based_on"
    """The plans above this one."""
    POLICY = "policy"
    PRIORITIES = "priorities"
    NEW = "new"
    """The new programs of the year, each told of at length."""
    DISTRICTS = "districts"
    """The programs of districts, usually a table."""
    TREE = "plans"
    """Goals, plans and their programs: what the document is about."""
    MANAGEMENT = "management"
    BUDGET = "budget"
    DEPARTMENTS = "departments"
    """What the short names of departments mean."""
    OTHER = "other"


WORDS: Mapping[Part, tuple[str, ...]] = {
    Part.PHILOSOPHY: (
        "基本理念", "理念", "活動理念", "経営理念", "基本テーマ", "スローガン",
        "キャッチフレーズ",
    ),
    Part.BASED_ON: ("上位計画", "関連計画", "関連する計画", "計画の位置づけ"),
    Part.POLICY: (
        "事業方針", "基本方針", "運営方針", "活動方針", "推進方針", "経営方針", "基本的な考え方",
        "はじめに", "基本方針及び重点",
    ),
    Part.PRIORITIES: (
        "重点項目", "重点目標", "重点事業", "重点施策", "重点方針", "重点課題", "重点事項",
        "重点取組", "重点取り組み", "重点取組事項", "重点的な取り組み", "重点的な取組",
        "重点推進項目", "最重点項目", "重点活動", "強化項目",
    ),
    Part.NEW: (
        "新規事業", "新規・拡充事業", "新規拡充事業", "主な新規事業", "新規及び拡充事業",
        "新規・重点事業",
    ),
    Part.DISTRICTS: (
        "地区の事業", "各地区の事業", "各地区協議会の事業", "地区協議会の事業",
        "各地区協議会の新規・改編事業", "地区社協の事業", "地区別事業",
    ),
    Part.TREE: (
        "事業計画", "実施計画", "事業内容", "活動計画", "事業の内容", "事業実施計画", "実施事業",
        "主要事業", "主な事業計画", "具体的事業", "具体的な事業", "基本目標と基本計画",
        "推進計画", "事業概要", "事業項目", "計画の内容", "具体的な取り組み内容",
    ),
    Part.MANAGEMENT: (
        "組織運営", "組織の運営", "法人の運営", "運営体制", "組織・運営", "管理運営",
        "組織の体制",
    ),
    Part.BUDGET: (
        "予算", "収支予算", "資金収支予算", "当初予算", "予算書", "収支予算書", "資金収支予算書",
        "予算概要", "予算の概要",
    ),
    Part.DEPARTMENTS: ("担当", "担当課", "担当部署", "凡例"),
}  # fmt: skip
"""The words of headings, for each part; a council's settings may add others."""

_ERA = "|".join(name for name, _, _ in ERAS)
_YEAR = lazy_pattern(
    rf"(?:{_ERA})[ 　]*(?:元|[0-9０-９]{{1,2}})[ 　]*年度?[ 　]*|[0-9０-９]{{4}}年度[ 　]*"
    r"|本年度の?|今年度の?|年度別?の?"
)
_OWNER = lazy_pattern(r"^.{0,30}?(?:社会福祉協議会|社協|本会|法人)の")
_TAIL = lazy_pattern(r"(?:について|一覧表?|[（(]案[）)]|は次のとおり|等)$")
_TITLE = lazy_pattern(r"事業計画(?:書|案)?(?:及び.*予算書?)?")


def heading_words(title: str) -> str:
    """Return a heading without the year, whose it is, and phrases at its end."""
    bare = _YEAR.sub("", title).strip(" 　:：")
    bare = _OWNER.sub("", bare)
    return _TAIL.sub("", bare).replace(" ", "").replace("　", "")


def is_document_title(line: Line) -> bool:
    """Whether a line is the title of the whole document: 令和6年度事業計画書."""
    bare = re.sub(r"[ 　]", "", line.title)
    return (
        bool(_YEAR.search(line.title))
        and bool(_TITLE.search(bare))
        and not line.is_sentence
        and len(bare) < 60
    )


_WORD_OF_IT = r"(?:基本理念|活動理念|経営理念|基本テーマ|スローガン|キャッチフレーズ)"
_INLINE = lazy_pattern(
    rf"{_WORD_OF_IT}[ 　]*[:：]?[ 　]*[「『](?P<words>.+)[」』]"
    rf"|[◆◇■□●○★☆【＜〈《][ 　]*{_WORD_OF_IT}[ 　]*[◆◇■□●○★☆】＞〉》][ 　]*[:：「『]?"
    rf"(?P<behind>[^「」『』：:]+)[」』]?"
    rf"|{_WORD_OF_IT}(?:[ 　]*[:：][ 　]*|　+|[ 　]{{2,}})(?P<rest>[^「」『』。]{{4,40}})"
)


def philosophy_in(title: str) -> str | None:
    """Return the words of the philosophy that a line names: 基本理念「…」, ◆スローガン◆ …."""
    found = _INLINE.fullmatch(title.strip())
    return (found["words"] or found["behind"] or found["rest"]).strip() if found else None
