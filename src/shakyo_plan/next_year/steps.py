"""What was done to make a draft, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shakyo_plan.message import Message, say, say_n
from shakyo_plan.next_year.edits import NextYear, named_with_end, named_with_status


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done, or is still to be decided, and what it concerns."""

    what: Message
    items: tuple[Message, ...] = ()


def steps_done(
    next_year: NextYear, cleared: tuple[Message, ...], *, header_moved: bool
) -> Iterator[Step]:
    """Yield what was done; ``cleared`` are the suppressions that had become unused."""
    yield Step(say("The fiscal year is now {year}", year=str(next_year.year)))
    steps = (
        Step(
            say_n(
                "Reset {n} program to continued (removed `status`)",
                "Reset {n} programs to continued (removed `status`)",
                len(next_year.continued),
            ),
            tuple(map(named_with_status, next_year.continued)),
        ),
        Step(
            say_n(
                "Removed {n} program that ended",
                "Removed {n} programs that ended",
                len(next_year.ended),
            ),
            tuple(map(named_with_end, next_year.ended)),
        ),
        Step(
            say_n(
                "Removed {n} citation of them",
                "Removed {n} citations of them",
                len(next_year.dropped_citations),
            ),
            tuple(
                say(
                    "{name} in {id} {title}", name=citation.name, id=listing.id, title=listing.title
                )
                for listing, citation in next_year.dropped_citations
            ),
        ),
        Step(
            say_n(
                "Cleared the former names of {n} program",
                "Cleared the former names of {n} programs",
                len(next_year.renamed),
            ),
            tuple(
                say("{name} (formerly {names})", name=program.name, names=program.formerly)
                for program in next_year.renamed
            ),
        ),
        Step(
            say_n(
                "Moved {n} schedule that names a year",
                "Moved {n} schedules that name a year",
                len(next_year.rescheduled),
            ),
            tuple(
                say("{name}: {old} → {new}", name=program.name, old=old, new=new)
                for program, old, new in next_year.rescheduled
            ),
        ),
        Step(
            say_n(
                "Removed {n} expired suppression",
                "Removed {n} expired suppressions",
                len(next_year.expired),
            ),
            next_year.expired,
        ),
        Step(
            say_n(
                "Removed {n} unused suppression",
                "Removed {n} unused suppressions",
                len(cleared),
            ),
            cleared,
        ),
    )
    yield from (step for step in steps if step.items)
    if header_moved:
        yield Step(say("The year in the comment at the head of the file has moved"))
