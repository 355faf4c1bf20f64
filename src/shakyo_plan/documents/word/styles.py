"""The styles that a plan is written with, by the names that Word stores and shows for them."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Use(Enum):
    """What a style is for."""

    TITLE = auto()
    COUNCIL = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    HEADING_4 = auto()
    TEXT = auto()
    NUMBERED = auto()
    BULLETS = auto()
    NESTED = auto()
    PHILOSOPHY = auto()
    LEAD = auto()
    TABLE = auto()
    TABLE_HEAD = auto()
    TABLE_TEXT = auto()
    CONTENTS = auto()
    CONTENTS_1 = auto()
    CONTENTS_2 = auto()
    CONTENTS_3 = auto()


class StyleName(NamedTuple):
    """A style's name as python-docx gives it, and the words that the template shows for its use."""

    name: str
    shown: str


STYLES = {
    Use.TITLE: StyleName("Title", "表紙の題名（表題）"),
    Use.COUNCIL: StyleName("Subtitle", "表紙の名称（副題）"),
    Use.HEADING_1: StyleName("Heading 1", "事業方針・事業計画・組織運営（見出し 1）"),
    Use.HEADING_2: StyleName("Heading 2", "重点項目・新規事業・基本目標（見出し 2）"),
    Use.HEADING_3: StyleName("Heading 3", "基本計画・各重点項目（見出し 3）"),
    Use.HEADING_4: StyleName("Heading 4", "節（見出し 4）"),
    Use.TEXT: StyleName("Body Text", "文章（本文）"),
    Use.NUMBERED: StyleName("List Number", "具体的な取り組み ア、イ、ウ（段落番号）"),
    Use.BULLETS: StyleName("List Bullet", "主な事業（箇条書き）"),
    Use.NESTED: StyleName("List Bullet 2", "各種事業の中の事業（箇条書き 2）"),
    Use.PHILOSOPHY: StyleName("基本理念", "基本理念"),
    Use.LEAD: StyleName("一覧の見出し", "＜主な事業＞（一覧の見出し）"),
    Use.TABLE: StyleName("Table Grid", "表（表 (格子)）"),
    Use.TABLE_HEAD: StyleName("表の見出し", "表の見出し"),
    Use.TABLE_TEXT: StyleName("表の本文", "表の本文"),
    Use.CONTENTS: StyleName("TOC Heading", "目次の見出し"),
    Use.CONTENTS_1: StyleName("toc 1", "目次 1"),
    Use.CONTENTS_2: StyleName("toc 2", "目次 2"),
    Use.CONTENTS_3: StyleName("toc 3", "目次 3"),
}

HEADINGS = {1: Use.HEADING_1, 2: Use.HEADING_2, 3: Use.HEADING_3, 4: Use.HEADING_4}
ENTRIES_OF_CONTENTS = {1: Use.CONTENTS_1, 2: Use.CONTENTS_2, 3: Use.CONTENTS_3}
CONTENTS = frozenset({Use.CONTENTS, *ENTRIES_OF_CONTENTS.values()})
ALWAYS = tuple(use for use in Use if use not in CONTENTS)
