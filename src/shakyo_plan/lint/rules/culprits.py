"""Entries under programs: whose own name is the slip: nothing cites them, and something close is cited."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.message import say, say_n, translatable
from shakyo_plan.source.editing.edit import Rewrite


def _misspelt_entry(context: RuleContext) -> Iterator[Problem]:
    for culprit in context.culprits:
        place = (*culprit.program.place, "name")
        lines = tuple(str(context.line_of(citation.place)) for citation in culprit.citations)
        if len(culprit.citations) == 1:
            yield Problem(
                place,
                say(
                    "“{name}” is cited nowhere, and line {line} cites “{cited}”, which is not "
                    "defined",
                    name=culprit.program.name,
                    line=lines[0],
                    cited=culprit.name,
                ),
                say(
                    "If both are one program, write the right name in both lines, {here} and "
                    "{line}; if not, define the other one in `programs`",
                    here=str(context.line_of(place)),
                    line=lines[0],
                ),
            )
            continue
        yield Problem(
            place,
            say_n(
                "“{name}” is cited nowhere, and {n} citation says “{cited}” (lines {lines})",
                "“{name}” is cited nowhere, and {n} citations say “{cited}” (lines {lines})",
                len(culprit.citations),
                name=culprit.program.name,
                cited=culprit.name,
                lines=lines,
            ),
            say("Write “{name}” here", name=culprit.name),
            (Rewrite(place, culprit.name),),
        )


_PLAN = """\
priorities:
  - {id: 1, title: つながり, programs: [子育てサロン]}
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [子育てサロン]}
programs:
  - name: """

CULPRIT_RULES = (
    Rule(
        "P218",
        "misspelt-entry",
        Severity.ERROR,
        translatable(
            "An entry under programs: that nothing cites, where lists cite nearly its name."
        ),
        translatable(
            "Two citations that agree are right, and the entry is the misprint: --unsafe-fixes corrects it. "
            "Where only one list cites the program, either of the two names may be the misprint."
        ),
        bad=_PLAN + "子育てサコン\n",
        good=_PLAN + "子育てサロン\n",
        check=_misspelt_entry,
        fix=Fix.UNSAFE,
    ),
)
