"""P2, the lists of priorities and basic plans: what stands in them twice, or should not any more."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import say, translatable
from shakyo_plan.model import NOT_HELD, Program, Status, cited
from shakyo_plan.model.words import status_word
from shakyo_plan.source.editing.edit import Drop


def _repeated(context: RuleContext) -> Iterator[Problem]:
    for listing in context.plan.lists:
        seen: set[str] = set()
        for citation, _ in cited(listing.programs):
            if citation.name in seen:
                yield Problem(
                    citation.place,
                    say("Duplicate citation “{name}”", name=citation.name),
                    say("Delete one of the two lines"),
                    (Drop(citation.place),),
                )
            seen.add(citation.name)


def _is_printed_so(program: Program) -> bool:
    """Whether a suspended program tells readers itself that it is, and stands in the list for that."""
    if program.status is not Status.SUSPENDED:
        return False
    # 通年（8月は休止） is held; and what is done may be to take up again what was suspended.
    in_place_of_months = (program.schedule or "").startswith("休止")
    return in_place_of_months or any(
        "休止" in text for text in (program.notes, *program.tags) if text
    )


def _ended(context: RuleContext) -> Iterator[Problem]:
    for _, citation in context.citations:
        program = context.plan.registry.get(citation.name)
        if program and program.status in NOT_HELD and not _is_printed_so(program):
            yield Problem(
                citation.place,
                say(
                    "“{name}” is {status} this year, but is still cited here",
                    name=program.name,
                    status=status_word(program.status),
                ),
                say(
                    "Remove it from the list, or fix its status in `programs`; if the list is to say "
                    "that it is suspended, write in its notes why: 休止（…のため）"
                )
                if program.status is Status.SUSPENDED
                else say("Remove it from the list, or fix its status in `programs`"),
            )


_LISTED = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [%s]}
"""

LIST_RULES = (
    Rule(
        "P205",
        "repeated-citation",
        Severity.WARNING,
        translatable("The same program twice in one list."),
        translatable("It is counted once, and a reader wonders which program was meant instead."),
        bad=_LISTED % "子育てサロン, 子育てサロン",
        good=_LISTED % "子育てサロン",
        check=_repeated,
        fix=Fix.SAFE,
    ),
    Rule(
        "P213",
        "ended-program-cited",
        Severity.WARNING,
        translatable("A discontinued, merged or suspended program is still in a list."),
        translatable("A list of main programs says what is done this year."),
        bad="programs:\n  - name: 福祉バス運行事業\n    status: suspended\n",
        good="programs:\n  - name: 福祉バス運行事業\n",
        check=_ended,
    ),
)
