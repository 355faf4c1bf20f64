"""A card: everything about one thing, as facts with their names and as lists with headings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardEntry:
    """An entry of a list, what is to be known about it, and how far it is moved in."""

    words: str
    note: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class CardList:
    """A list with its heading."""

    heading: str
    entries: tuple[CardEntry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of one thing: its title, facts (name and value), and lists."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    lists: tuple[CardList, ...] = ()
