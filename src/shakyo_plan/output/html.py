"""Self-contained HTML pages from templates: nothing is loaded from elsewhere, made to print on A4.

A page is a template in the folder ``templates`` of the room that has the feature, and begins with
``{% extends "output/templates/page.html" %}``. Every value that it names is text: neither markup
nor anything that acts. Files of the package are read through `importlib.resources`, so that they
are found in a zip too.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from shakyo_plan.language import Translator
from shakyo_plan.output.card import Card
from shakyo_plan.output.escape import escape, lines
from shakyo_plan.output.table import Table, figure

if TYPE_CHECKING:
    from jinja2 import Environment

R = TypeVar("R")

MANY_COLUMNS = 6
"""A list with more of them is printed across the page."""


def html_page(template: str, title: str, tr: Translator, **values: Any) -> str:
    """Return a page: a template of this package, such as ``output/templates/table.html``, filled in.

    The template sees ``title``, ``language`` and the values, which are in the reader's words
    already; ``landscape`` among them turns the printed page.
    """
    filled = {"title": title, "language": tr.language, "landscape": False, **values}
    return _environment().get_template(template).render(filled)


def table_html(table: Table[R], tr: Translator) -> str:
    """Return a table as a page; printed over several, its head is repeated."""
    columns = table.on_screen(wide=True)
    return html_page(
        "output/templates/table.html",
        table.subject or table.title,
        tr,
        table=table,
        columns=columns,
        total=list(map(figure, table.total_cells(columns))),
        closing=table.closing_words(columns),
        landscape=len(columns) > MANY_COLUMNS,
    )


def card_html(card: Card, tr: Translator) -> str:
    """Return a card as a page."""
    return html_page("output/templates/card.html", card.title, tr, card=card)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        finalize=_harmless,
        keep_trailing_newline=True,
        loader=FunctionLoader(package_text),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["lines"] = lines
    environment.globals["file"] = lambda name: environment.filters["safe"](package_text(name))
    return environment


def package_text(name: str) -> str:
    """Return a file of this package, named by its path in it: a template, a stylesheet, a script."""
    return files("shakyo_plan").joinpath(name).read_text(encoding="utf-8")


def _harmless(value: Any) -> Any:
    # What is markup already, such as a stylesheet, says so by this method.
    return escape(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
