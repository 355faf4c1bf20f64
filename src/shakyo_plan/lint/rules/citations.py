"""P2, where programs are cited: whether what stands in the lists is a program, by its name."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.entries import LIST_EXAMPLE
from shakyo_plan.lint.rules.leftovers import without_leftovers
from shakyo_plan.lint.rules.names import quoted_names
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.lint.rules.slips import (
    JOINT,
    OtherName,
    OtherNotation,
    Unknown,
)
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import Citation, Program
from shakyo_plan.model.notation import notation_difference
from shakyo_plan.source.editing.edit import Edit, Rewrite
from shakyo_plan.values.characters import with_sound_shapes, without_odd
from shakyo_plan.values.lazy_pattern import lazy_pattern

_PRINTED_GROUP = lazy_pattern(r"(?P<group>[^（）]+)（(?P<examples>[^（）]+)等）")


def _unknown(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Unknown) and slip.citation.place not in context.witnesses:
            yield Problem(
                slip.citation.place,
                say("Unknown program “{name}”", name=slip.name),
                _instead(slip.name, slip.near),
                _renamed(slip.citation, slip.name, slip.programs[0]) if slip.programs else (),
            )


def _instead(name: str, programs: tuple[str, ...]) -> Message:
    if len(programs) == 1:
        return say("Did you mean “{nearest}”?", nearest=programs[0])
    if programs:
        quoted = tuple(say("“{name}”", name=program) for program in programs)
        return say("Did you mean one of these? {names}", names=quoted)
    if printed := _PRINTED_GROUP.fullmatch(name):
        return say(
            "If this gathers several programs, write “group: {group}” and below it “examples: [{examples}]”",
            group=printed["group"],
            examples=", ".join(JOINT.split(printed["examples"])),
        )
    return say("Fix the name, or define the program in `programs`")


def _other_name(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, OtherName) and len(slip.programs) > 1:
            yield Problem(
                slip.citation.place,
                say(
                    "“{name}” is the former name of several programs: {names}",
                    name=slip.name,
                    names=quoted_names(slip.programs),
                ),
                say("Write the name of the one that is meant"),
            )
        elif isinstance(slip, OtherName):
            (program,) = slip.programs
            if slip.name in program.aliases:
                message = say(
                    "“{name}” is another name of “{program}”", name=slip.name, program=program.name
                )
            else:
                message = say(
                    "“{name}” is the former name of “{program}”",
                    name=slip.name,
                    program=program.name,
                )
            yield Problem(
                slip.citation.place,
                message,
                say("Write {names}", names=quoted_names(slip.programs)),
                _renamed(slip.citation, slip.name, program),
            )


def _odd_entry(program: Program, sound: str) -> Problem:
    """Tell an entry with a letter of another script, ニ次予防, where it is cited rightly."""
    return Problem(
        (*program.place, "name"),
        say(
            "“{name}” differs from “{program}” in {difference}",
            name=program.name,
            program=sound,
            difference=notation_difference(program.name, sound),
        ),
        say("Write “{better}”", better=sound),
        (Rewrite((*program.place, "name"), sound),),
    )


def _other_notation(context: RuleContext) -> Iterator[Problem]:
    mended: set[str] = set()
    for slip in context.slips:
        if isinstance(slip, OtherNotation):
            (program,) = slip.programs
            if program.name != slip.name == with_sound_shapes(program.name):
                if program.name not in mended:
                    mended.add(program.name)
                    yield _odd_entry(program, slip.name)
                continue
            # Where the entry has the odd characters (P509) or is the slip (P218), its citations are right.
            if without_odd(program.name) == slip.name or slip.citation.place in context.witnesses:
                continue
            yield Problem(
                slip.citation.place,
                say(
                    "“{name}” differs from “{program}” in {difference}",
                    name=slip.name,
                    program=program.name,
                    difference=notation_difference(_as_written(slip), program.name),
                ),
                say("Write {names}", names=quoted_names(slip.programs)),
                _renamed(slip.citation, slip.name, program),
            )


def _as_written(slip: OtherNotation) -> str:
    """Return the name with the characters that cannot be seen, where nothing else stands around it."""
    written = slip.citation.name
    return written if without_leftovers(written) == slip.name else slip.name


def _renamed(citation: Citation, name: str, program: Program) -> tuple[Edit, ...]:
    """Put the program's name for another; what stands around it, marks for example, stays to be judged."""
    if name not in citation.name:
        return ()  # leftovers stand within the name, and go first
    if without_odd(program.name) != program.name:
        return ()  # the entry is mended first, and no odd character is copied
    return (Rewrite(citation.place, citation.name.replace(name, program.name, 1)),)


_CAFE = "priorities:\n  - {id: 1, title: つながり, programs: [ふくみちゃんカフェ]}\n"

CITATION_RULES = (
    Rule(
        "P201",
        "unknown-program",
        Severity.ERROR,
        translatable("A cited program that is not defined in `programs`."),
        translatable(
            "Mostly a misprint: one program under two spellings looks like two. The most "
            "similar names are shown. Where one of them is clearly intended, --unsafe-fixes "
            "applies it."
        ),
        bad=_CAFE
        + LIST_EXAMPLE
        + "          - ふくみちゃんカワエ\nprograms:\n  - name: ふくみちゃんカフェ\n",
        good=_CAFE
        + LIST_EXAMPLE
        + "          - ふくみちゃんカフェ\nprograms:\n  - name: ふくみちゃんカフェ\n",
        check=_unknown,
        fix=Fix.UNSAFE,
    ),
    Rule(
        "P204",
        "alias-cited",
        Severity.WARNING,
        translatable("A program cited by an alias or a former name."),
        translatable(
            "In one document, one program should have one name; readers take two names for two programs."
        ),
        bad=LIST_EXAMPLE
        + """\
          - あんしんサポート
programs:
  - name: 日常生活自立支援事業
    aliases: [あんしんサポート]
""",
        good=LIST_EXAMPLE
        + """\
          - 日常生活自立支援事業
programs:
  - name: 日常生活自立支援事業
    aliases: [あんしんサポート]
""",
        check=_other_name,
        fix=Fix.SAFE,
    ),
    Rule(
        "P215",
        "citation-notation",
        Severity.ERROR,
        translatable(
            "A citation that differs from the name in `programs` only in width, spaces, "
            "brackets or characters that look the same."
        ),
        translatable("For a person it is the same name, for a search it is another."),
        bad=LIST_EXAMPLE + "          - 子育て サロン\nprograms:\n  - name: 子育てサロン\n",
        good=LIST_EXAMPLE + "          - 子育てサロン\nprograms:\n  - name: 子育てサロン\n",
        check=_other_notation,
        fix=Fix.SAFE,
    ),
)
