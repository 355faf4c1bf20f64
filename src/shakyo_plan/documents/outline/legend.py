"""The legend of a document's own signs: ★＝最重点　◎＝新規　○＝継続."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shakyo_plan.documents.blocks import Block
from shakyo_plan.values.lazy_pattern import lazy_pattern

SIGNS = "○●◯◎◉◆◇■□▼▽▲△▶▷►★☆※"
"""What stands for a word in a legend, and before or behind names."""
_ENTRY = lazy_pattern(
    rf"[ 　、，,・／/]*(?P<sign>[{SIGNS}])[」』）)]?[ 　]*(?:[＝=：:…]+|は)[ 　]*"
    rf"(?P<word>[^ 　、，,／/＝={SIGNS}（(）)]{{1,12}})"
)
_AROUND = lazy_pattern(r"^[（(［\[※]?[ 　]*(?:凡[ 　]*例|印)?[ 　]*[：:]?[ 　]*|[ 　）)］\]]*$")


def legend_in(text: str) -> dict[str, str] | None:
    """Return what the signs mean in a line that is nothing but a legend; None for any other line."""
    bare = _AROUND.sub("", text)
    found: dict[str, str] = {}
    at = 0
    while at < len(bare):
        entry = _ENTRY.match(bare, at)
        if entry is None:
            return None
        found[entry["sign"]] = entry["word"]
        at = entry.end()
    return found or None


def legends_of(blocks: Iterable[Block]) -> Mapping[Block, Mapping[str, str]]:
    """Return the lines that are legends, each with its signs."""
    found = ((block, legend_in(block.text)) for block in blocks if not block.is_row)
    return {block: signs for block, signs in found if signs}
