"""One page of a PDF as letters and ruled lines, where they stand, in points from the lower left.

A letter's place is its origin: the box that PDF libraries offer follows the glyph, and so - and 、 would
stand on other lines than their neighbours.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

_THIN = 3.0
"""A rectangle that is no thicker is a line."""
_SHORTEST = 5.0
_MOST_PATHS = 20_000
_MOST_POINTS = 2_000


class Letter(NamedTuple):
    """One letter."""

    text: str
    x: float
    y: float
    size: float
    """The size of its font; a full-width letter is so wide."""
    right: float
    """Where it ends."""


class Rule(NamedTuple):
    """A line that is drawn, across or down."""

    at: float
    """Its height, or its distance from the left where it goes down."""
    start: float
    end: float


class Page(NamedTuple):
    """What a page holds."""

    width: float
    height: float
    letters: list[Letter]
    across: list[Rule]
    down: list[Rule]


def read_page(page: Any) -> Page:
    """Return the letters and ruled lines of a page of pypdfium2."""
    width, height = page.get_size()
    across, down = _rules(page)
    return Page(width, height, _letters(page), across, down)


def _letters(page: Any) -> list[Letter]:
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        x, y = ctypes.c_double(), ctypes.c_double()
        box = [ctypes.c_double() for _ in range(4)]
        matrix = pdfium.FS_MATRIX()
        found = []
        for at in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, at) == 1:
                continue  # a space or line end that the library guessed; the places tell better
            code = pdfium.FPDFText_GetUnicode(text, at)
            if code in (0, 0xFFFE, 0xFFFF) or not pdfium.FPDFText_GetCharOrigin(text, at, x, y):
                continue
            size = pdfium.FPDFText_GetFontSize(text, at)
            if pdfium.FPDFText_GetMatrix(text, at, matrix):
                size *= math.hypot(matrix.c, matrix.d) or 1
            size = size if 1 <= size <= 200 else 10.5
            letter = chr(code) if code < 0xD800 or code > 0xDFFF else ""
            right = x.value + size * (0.5 if code < 0x2000 or 0xFF61 <= code <= 0xFF9F else 1)
            if (
                code < 0x2000
                and pdfium.FPDFText_GetCharBox(text, at, *box)
                and box[1].value > x.value
            ):
                right = box[1].value
            found.append(Letter(letter, x.value, y.value, size, right))
        return found
    finally:
        text.close()


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    import pypdfium2.raw as pdfium

    across: list[Rule] = []
    down: list[Rule] = []
    for count, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > _MOST_PATHS:
            break
        points = _points(path, pdfium)
        left, bottom, right, top = path.get_bounds()
        if right - left <= _THIN and top - bottom >= _SHORTEST:
            down.append(Rule((left + right) / 2, bottom, top))
        elif top - bottom <= _THIN and right - left >= _SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        else:
            for (x0, y0), (x1, y1) in points:
                if abs(x0 - x1) < 1 and abs(y0 - y1) >= _SHORTEST:
                    down.append(Rule(x0, min(y0, y1), max(y0, y1)))
                elif abs(y0 - y1) < 1 and abs(x0 - x1) >= _SHORTEST:
                    across.append(Rule(y0, min(x0, x1), max(x0, x1)))
    return across, down


def _points(path: Any, pdfium: Any) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the straight strokes of a path, as pairs of points on the page."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    strokes = []
    here = start = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            strokes.append((here, point))
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            strokes.append((here, start))
    return strokes
