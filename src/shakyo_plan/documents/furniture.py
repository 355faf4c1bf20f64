"""What a page has besides the plan: page numbers, heads that are printed on each page, contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from shakyo_plan.documents.blocks import Block
from shakyo_plan.documents.ledger import Skipped
from shakyo_plan.documents.outline.numbering import begins_entry
from shakyo_plan.values.lazy_pattern import lazy_pattern

_PAGE_NUMBER = lazy_pattern(
    r"[(（\[〔\-－–—―‐ー\s]*(?:[PpＰｐ](?:age)?\s*[.．]?|頁|ページ|第)?\s*[0-9０-９]{1,3}\s*"
    r"(?:[~～〜\-－–/／]\s*[0-9０-９]{1,3})?\s*(?:頁|ページ)?[)）\]〕\-－–—―‐ー\s]*"
)
_LEADER = lazy_pattern(
    r"[.．・･…‥]{3,}\s*[0-9０-９]{1,3}\s*(?:頁|ページ)?$|[ 　]{3,}[0-9０-９]{1,3}$"
)
_CONTENTS = lazy_pattern(
    r"[【\[<＜〈《]?\s*(?:目\s*次|もくじ|ＣＯＮＴＥＮＴＳ|CONTENTS)\s*[】\]>＞〉》]?"
)
REPEATED = 3
"""On so many pages the same line at the top or at the foot is no part of the plan."""
_SHARE = 0.3
"""And on so large a part of all pages."""
_LONGEST = 60
_AT_EDGE = 2
"""So many blocks from the top or the foot of a page a head may stand."""


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def squeezed(text: str) -> str:
    """Return a line without what differs from page to page: numbers, and spaces."""
    return re.sub(r"[\s0-9０-９]+", "", text)


def is_head(text: str, pages: int, of_pages: int) -> bool:
    """Whether a line at the edge of so many pages is their head or foot, and no entry that comes again."""
    return pages >= max(REPEATED, _SHARE * of_pages) and not begins_entry(text)


def furniture(blocks: Iterable[Block]) -> Mapping[int, Skipped]:
    """Return what is no part of the plan: numbers of blocks, each with the reason."""
    blocks = tuple(blocks)
    found: dict[int, Skipped] = {}
    for block in blocks:
        if block.is_row:
            continue
        if is_page_number(block.text):
            found[block.number] = Skipped.PAGE_NUMBER
        elif block.in_contents or _CONTENTS.fullmatch(block.text) or _LEADER.search(block.text):
            found[block.number] = Skipped.CONTENTS
    found |= dict.fromkeys(_heads(blocks, found), Skipped.PAGE_HEAD)
    return found


def _heads(blocks: tuple[Block, ...], known: Mapping[int, Skipped]) -> Iterable[int]:
    """Yield lines at the top or the foot of several pages; on its first page a head may be the title."""
    pages: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.where.page is not None and block.number not in known and not block.is_row:
            pages[block.where.page].append(block)
    found: dict[str, list[int]] = defaultdict(list)
    for on_page in pages.values():
        edges = {block.number: block for block in (*on_page[:_AT_EDGE], *on_page[-_AT_EDGE:])}
        for block in edges.values():
            if len(block.text) <= _LONGEST:
                found[squeezed(block.text)].append(block.number)
    for text, numbers in found.items():
        if text and is_head(text, len(set(_pages_of(blocks, numbers))), len(pages)):
            yield from numbers[1:]


def _pages_of(blocks: tuple[Block, ...], numbers: list[int]) -> Iterable[int | None]:
    return (blocks[number].where.page for number in numbers)
