"""P2, where programs are registered: their names, and whether anything cites them."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.look_alikes import look_alikes
from shakyo_plan.lint.rules.record import Problem, Rule
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import Program, terms
from shakyo_plan.values.lazy_pattern import lazy_pattern
from shakyo_plan.values.name import fold_name

_JOINED = lazy_pattern("[、，,・ 　]+")
_MOST_DISTRICTS = 20
"""Districts that one message lists."""


def _registered_twice(context: RuleContext) -> Iterator[Problem]:
    seen: set[str] = set()
    for program in context.plan.programs:
        if program.name in seen:
            yield Problem(
                (*program.place, "name"),
                say("Duplicate program “{name}”", name=program.name),
                say("Keep one entry and put the marks of both into it"),
            )
        seen.add(program.name)


def _name_taken(context: RuleContext) -> Iterator[Problem]:
    owners: dict[str, str] = {program.name: program.name for program in context.plan.programs}
    for program in context.plan.programs:
        for number, name in enumerate(program.aliases):
            owner = owners.setdefault(name, program.name)
            if owner != program.name:
                yield Problem(
                    (*program.place, "aliases", number),
                    _taken(name, owner, program),
                    say(
                        "Keep it with one of the two programs; what it was called before, write under formerly:"
                    )
                    if name == owner
                    else say("Keep it with one of the two programs"),
                )


def _taken(name: str, owner: str, program: Program) -> Message:
    if name == owner:
        return say(
            "“{name}” is a program of its own, and cannot also mean “{program}”",
            name=name,
            program=program.name,
        )
    return say(
        "“{name}” belongs to “{owner}”, and cannot also mean “{program}”",
        name=name,
        owner=owner,
        program=program.name,
    )


def _look_alikes(context: RuleContext) -> Iterator[Problem]:
    programs = context.plan.registry.values()
    for program, other in look_alikes(programs, context.plan.council.districts):
        yield Problem(
            (*program.place, "name"),
            say("“{name}” and “{other}” are nearly the same", name=program.name, other=other.name),
            say(
                "If they are one program, keep one entry and put the other spelling in "
                "`aliases`. If not, write `distinct_from: [{other}]`",
                other=other.name,
            ),
        )


def _never_cited(context: RuleContext) -> Iterator[Problem]:
    # Where the plan has no lists at all, there is none that a program could be missing in.
    for program in context.uncited if context.has_lists else ():
        if not program.districts and program.name not in context.cited_by_priorities:
            yield Problem(
                (*program.place, "name"),
                say(
                    "“{name}” is not cited by any {plan} or {priority}",
                    plan=terms.PLAN,
                    priority=terms.PRIORITY,
                    name=program.name,
                ),
                say(
                    "Add it to the {programs} of a {plan}, or delete the entry",
                    programs=terms.MAIN_PROGRAMS,
                    plan=terms.PLAN,
                ),
            )


def _priority_only(context: RuleContext) -> Iterator[Problem]:
    for program in context.uncited if context.has_lists else ():
        if not program.districts and program.name in context.cited_by_priorities:
            yield Problem(
                (*program.place, "name"),
                say(
                    "A {priority} cites “{name}”, but no {plan} does",
                    name=program.name,
                    priority=terms.PRIORITY,
                    plan=terms.PLAN,
                ),
                say("Add it to the list of the {plan} that it belongs to", plan=terms.PLAN),
            )


def _district_uncited(context: RuleContext) -> Iterator[Problem]:
    for program in context.uncited if context.has_lists else ():
        if program.districts:
            yield Problem(
                (*program.place, "name"),
                say(
                    "“{name}”, a program of {district}, is not cited by any {plan}",
                    plan=terms.PLAN,
                    name=program.name,
                    district="・".join(program.districts),
                ),
                say("Add it to the list of the {plan} that it belongs to", plan=terms.PLAN),
            )


def _unknown_district(context: RuleContext) -> Iterator[Problem]:
    known = context.plan.council.districts
    as_written = frozenset(known)
    as_places = {_place(name): name for name in reversed(known)}
    # Where the list itself stands as one name, P508 tells it.
    apart = {name.strip() for one in known for name in _JOINED.split(one)}
    for program in context.plan.programs:
        for number, district in enumerate(program.districts):
            if district in as_written:
                continue
            same = as_places.get(_place(district))
            near = [same] if same else context.patience.nearest(district, known, 1, least=0.4)
            several = [name.strip() for name in _JOINED.split(district) if name.strip()]
            several = several if len(several) > 1 and set(several) <= apart else []
            place = (*program.place, "district")
            yield Problem(
                place if program.only_district else (*place, number),
                say("The council has no district “{district}”", district=district),
                say("Write “district: [{names}]”", names=", ".join(several))
                if several
                else say("Did you mean “{nearest}”?", nearest=near[0])
                if near
                else say(
                    "The districts under council: are: {known}", known=known[:_MOST_DISTRICTS]
                ),
            )


def _place(district: str) -> str:
    """What two names of a district have in common that differ in no more than 地区 at the end."""
    return fold_name(district).removesuffix("地区")


def _distinct_from_nothing(context: RuleContext) -> Iterator[Problem]:
    # What is cited and named here, and is registered misspelt, is told at its own entry.
    misspelt = {culprit.name for culprit in context.culprits}
    for program in context.plan.programs:
        for number, name in enumerate(program.distinct_from):
            if name not in context.plan.registry and name not in misspelt:
                near = context.patience.nearest(name, context.plan.registry, 1)
                yield Problem(
                    (*program.place, "distinct_from", number),
                    say(
                        "`distinct_from` names “{name}”, which is not defined in `programs`",
                        name=name,
                    ),
                    say("Did you mean “{nearest}”?", nearest=near[0]) if near else say("Delete it"),
                )


_LENDING = """\
programs:
  - name: 生活資金貸付事業
  - name: 生活福祉資金貸付事業
"""
_COOKING = """\
council: {name: 試験社協, districts: [常磐, 遠野]}
programs:
  - name: 男の料理教室
    district: """
_LISTED = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - {id: 1-1, title: 子育て, programs: [%s]}
"""
_SALON = "programs:\n  - name: 子育てサロン\n"

REGISTRY_RULES = (
    Rule(
        "P206",
        "registered-twice",
        Severity.ERROR,
        translatable("Two entries in `programs` with one name."),
        translatable("It is not clear which of the two statuses, districts or budgets counts."),
        bad=_SALON + "  - name: 子育てサロン\n    commissioned_by: city\n",
        good=_SALON + "    commissioned_by: city\n",
        check=_registered_twice,
    ),
    Rule(
        "P207",
        "name-taken",
        Severity.ERROR,
        translatable("An alias that is another program's name or alias."),
        translatable(
            "A citation of that name would mean two programs. A former name may be another's name today: "
            "programs swap names, or one takes the name that another gave up."
        ),
        bad=_SALON + "  - name: おやこの広場\n    aliases: [子育てサロン]\n",
        good=_SALON + "  - name: おやこの広場\n    aliases: [おやこ広場]\n",
        check=_name_taken,
    ),
    Rule(
        "P208",
        "look-alike-names",
        Severity.WARNING,
        translatable("Two names in `programs` that differ in one place, by one or two letters."),
        translatable(
            "Either one is a misprint, or they really are two programs: then distinct_from says so, "
            "for readers and for this check."
        ),
        bad=_LENDING,
        good=_LENDING + "    distinct_from: [生活資金貸付事業]\n",
        check=_look_alikes,
    ),
    Rule(
        "P209",
        "never-cited",
        Severity.WARNING,
        translatable("A program that nothing cites."),
        translatable("It is printed nowhere in the plan: forgotten in a list, or no longer done."),
        bad=_LISTED % "子育てサロン" + _SALON + "  - name: 福祉バス運行事業\n",
        good=_LISTED % "子育てサロン, 福祉バス運行事業" + _SALON + "  - name: 福祉バス運行事業\n",
        check=_never_cited,
    ),
    Rule(
        "P210",
        "priority-only",
        Severity.WARNING,
        translatable("A program that a priority cites, but no basic plan."),
        translatable(
            "Priorities pick out programs of the basic plans; one that belongs to none has no place "
            "in the plan."
        ),
        bad="priorities:\n  - {id: 1, title: つながりづくり, programs: [おやこの広場]}\n"
        + _LISTED % "子育てサロン"
        + _SALON
        + "  - name: おやこの広場\n",
        good="priorities:\n  - {id: 1, title: つながりづくり, programs: [おやこの広場]}\n"
        + _LISTED % "子育てサロン, おやこの広場"
        + _SALON
        + "  - name: おやこの広場\n",
        check=_priority_only,
    ),
    Rule(
        "P211",
        "uncited-district-program",
        Severity.WARNING,
        translatable("A district's program that no basic plan cites."),
        translatable("Readers look for it under a basic plan, and would not find it."),
        bad=_LISTED % "子育てサロン" + _SALON + "  - name: 男の料理教室\n    district: 常磐\n",
        good=_LISTED % "子育てサロン, 男の料理教室"
        + _SALON
        + "  - name: 男の料理教室\n    district: 常磐\n",
        check=_district_uncited,
    ),
    Rule(
        "P212",
        "unknown-district",
        Severity.ERROR,
        translatable("A program of a district that the council does not have."),
        translatable("Lists and tables by district would lose the program."),
        bad=_COOKING + "遠野地区\n",
        good=_COOKING + "遠野\n",
        check=_unknown_district,
    ),
    Rule(
        "P214",
        "distinct-from-nothing",
        Severity.WARNING,
        translatable("`distinct_from` names a program that is not defined in `programs`."),
        translatable("It holds two look-alike programs apart; misspelt, it holds nothing."),
        bad=_SALON + "    distinct_from: [子育てカロン]\n",
        good=_SALON + "    distinct_from: [おやこの広場]\n  - name: おやこの広場\n",
        check=_distinct_from_nothing,
    ),
)
