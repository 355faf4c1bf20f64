"""The cover and the parts of running text: the year, the council, the philosophy, the policy."""

from __future__ import annotations

from shakyo_plan.documents.outline.lines import Line
from shakyo_plan.documents.outline.part_words import is_document_title, philosophy_in
from shakyo_plan.documents.recognition.sketch import Sketch
from shakyo_plan.values.fiscal_year import ERAS, FiscalYear
from shakyo_plan.values.lazy_pattern import lazy_pattern

_ERA = "|".join(name for name, _, _ in ERAS)
_YEAR = lazy_pattern(
    rf"(?:(?:{_ERA})[ 　]*(?:元|[0-9０-９]{{1,2}})|[12１２][0-9０-９]{{3}})[ 　]*年度"
)
_COUNCIL = lazy_pattern(r".{0,40}(?:社会福祉協議会|社協)(?:[ 　].{0,10})?")
_LONGEST = 45
_QUOTES = lazy_pattern(r"^[「『](.*)[」』]$")


def read_cover(lines: list[Line], sketch: Sketch) -> list[Line]:
    """Read what the cover says; returns the lines that say something else."""
    left = []
    for line in lines:
        if line.is_row:
            left.append(line)
        elif is_document_title(line) and (
            sketch.year is None or year_in(line.title) == sketch.year
        ):
            take_title(line, sketch)
            sketch.headings.append(line)
        elif (
            _COUNCIL.fullmatch(line.title)
            and len(line.title) <= _LONGEST
            and line.mark is None
            and not line.is_sentence
        ):
            if sketch.council is None:
                sketch.council = line.title
                sketch.origins["council"] = line.block
            else:
                sketch.headings.append(line)
        elif year_in(line.title) is not None and len(line.title) <= 12:
            take_title(line, sketch)
            sketch.headings.append(line)
        else:
            left.append(line)
    return left


def year_in(text: str) -> int | None:
    """Return the fiscal year that a text names first."""
    found = _YEAR.search(text)
    if found is None:
        return None
    try:
        return FiscalYear.parse(found[0].replace(" ", "").replace("　", "")).number
    except ValueError:
        return None


_IN_TITLE = lazy_pattern(
    r"(?P<council>(?:社会福祉法人[ 　]*)?[^ 　]{1,20}?(?:社会福祉協議会|社協))[ 　]*(?:の)?[ 　]*事業計画"
)


def take_title(line: Line, sketch: Sketch) -> None:
    """Take the year and the council that a title names, unless they are known."""
    rest = _YEAR.sub("", line.title, count=1).strip(" 　の")
    found = _IN_TITLE.match(rest)
    if sketch.council is None and found:
        sketch.council = found["council"]
        sketch.origins["council"] = line.block
    year = year_in(line.title)
    if sketch.year is None and year is not None:
        sketch.year = year
        sketch.origins["year"] = line.block


def read_philosophy(lines: list[Line], sketch: Sketch) -> list[Line]:
    """Read the philosophy; returns the lines that are something else."""
    left = []
    for line in lines:
        inline = philosophy_in(line.block.text) or philosophy_in(line.title)
        quoted = _QUOTES.match(line.title)
        if sketch.philosophy is not None:
            left.append(line)
        elif inline or quoted or not line.is_row:
            sketch.philosophy = inline or (quoted[1] if quoted else line.title)
            sketch.origins["philosophy"] = line.block
    return left
