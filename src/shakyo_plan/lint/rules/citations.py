"""P2, where programs are cited: whether what stands in the lists is a program, by its name."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.leftovers import without_leftovers
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.lint.rules.slips import (
    JOINT,
    Broken,
    Joined,
    Marked,
    OtherName,
    OtherNotation,
    Unknown,
)
from shakyo_plan.message import Message, say, translatable
from shakyo_plan.model import Citation, Program
from shakyo_plan.model.notation import notation_difference
from shakyo_plan.source.editing.edit import Drop, Edit, InsertAfter, Rewrite
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


def _broken(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Broken):
            first, second = slip.first, slip.second
            meant = _names(slip.programs)
            edits: tuple[Edit, ...] = (Rewrite(first.place, slip.programs[0].name),)
            if len(slip.programs) == 1:
                edits += (Drop(second.place),)
            else:
                edits += (Rewrite(second.place, slip.programs[1].name),)
            yield Problem(
                first.place,
                say(
                    "Program name split across two lines: “{first}” and “{second}”",
                    first=first.name,
                    second=second.name,
                ),
                say("Write {names}", names=meant),
                edits,
            )


def _joined(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Joined):
            place = slip.citation.place
            names = tuple(program.name for program in slip.programs)
            yield Problem(
                place,
                say("Multiple programs in one entry: {names}", names=_names(slip.programs)),
                say("Write each in a line of its own, beginning with “- ”"),
                (Rewrite(place, names[0]), InsertAfter(place, names[1:]))
                if slip.marks_agree
                else (),
            )


def _marked(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Marked) and not slip.disagreeing:
            place, marks = slip.citation.place, slip.marks
            yield Problem(
                place,
                say("Unexpected marks after the program name: {marks}", marks=marks.written),
                say("Remove {marks}; set marks in `programs`", marks=marks.written),
                (Rewrite(place, marks.bare),),
                marks.written[0],
            )


def _marks_disagree(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Marked):
            for mark, program in slip.disagreeing:
                yield Problem(
                    slip.citation.place,
                    say(
                        "“{name}” is marked {mark} here, but not in `programs`",
                        name=program.name,
                        mark=mark,
                    ),
                    say("Find out which is right, fix the entry, and write only the name here"),
                    substring=mark,
                )


def _other_name(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, OtherName) and len(slip.programs) > 1:
            yield Problem(
                slip.citation.place,
                say(
                    "“{name}” is the former name of several programs: {names}",
                    name=slip.name,
                    names=_names(slip.programs),
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
                say("Write {names}", names=_names(slip.programs)),
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
                say("Write {names}", names=_names(slip.programs)),
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


def _names(programs: tuple[Program, ...]) -> tuple[Message, ...]:
    return tuple(say("“{name}”", name=program.name) for program in programs)


_PLAN = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
"""

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
        + _PLAN
        + "          - ふくみちゃんカワエ\nprograms:\n  - name: ふくみちゃんカフェ\n",
        good=_CAFE
        + _PLAN
        + "          - ふくみちゃんカフェ\nprograms:\n  - name: ふくみちゃんカフェ\n",
        check=_unknown,
        fix=Fix.UNSAFE,
    ),
    Rule(
        "P202",
        "broken-name",
        Severity.ERROR,
        translatable("One name broken over two entries of a list."),
        translatable(
            "It happens when a line is broken in Word: the last letter of one name begins "
            "the next line. Joined and cut elsewhere, the two lines are names in "
            "`programs`."
        ),
        bad=_PLAN
        + """\
          - 福祉マップ作成事
          - 業緊急連絡カード配備事業
programs:
  - name: 福祉マップ作成事業
  - name: 緊急連絡カード配備事業
""",
        good=_PLAN
        + """\
          - 福祉マップ作成事業
          - 緊急連絡カード配備事業
programs:
  - name: 福祉マップ作成事業
  - name: 緊急連絡カード配備事業
""",
        check=_broken,
        fix=Fix.SAFE,
    ),
    Rule(
        "P203",
        "joined-programs",
        Severity.ERROR,
        translatable("Several programs in one entry, joined by ・ or 、."),
        translatable(
            "Together they count as one unknown program. Split only where every part is "
            "defined in `programs`: a name with ・ in it, such as 産前・産後ヘルパー派遣事業, stays "
            "whole."
        ),
        bad=_PLAN
        + """\
          - 生活資金貸付事業・福祉バス運行事業
programs:
  - name: 生活資金貸付事業
  - name: 福祉バス運行事業
""",
        good=_PLAN
        + """\
          - 生活資金貸付事業
          - 福祉バス運行事業
programs:
  - name: 生活資金貸付事業
  - name: 福祉バス運行事業
""",
        check=_joined,
        fix=Fix.SAFE,
    ),
    Rule(
        "P204",
        "alias-cited",
        Severity.WARNING,
        translatable("A program cited by an alias or a former name."),
        translatable(
            "In one document, one program should have one name; readers take two names for two programs."
        ),
        bad=_PLAN
        + """\
          - あんしんサポート
programs:
  - name: 日常生活自立支援事業
    aliases: [あんしんサポート]
""",
        good=_PLAN
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
        bad=_PLAN + "          - 子育て サロン\nprograms:\n  - name: 子育てサロン\n",
        good=_PLAN + "          - 子育てサロン\nprograms:\n  - name: 子育てサロン\n",
        check=_other_notation,
        fix=Fix.SAFE,
    ),
    Rule(
        "P216",
        "marks-cited",
        Severity.ERROR,
        translatable("A citation with marks: （新規）, （市受託事業）, （遠野）."),
        translatable(
            "Marks are set once, in `programs`, and are shown in every list from there. "
            "Written in each list, they come to disagree."
        ),
        bad="council: {name: 試験社協, districts: [遠野]}\n"
        + _PLAN
        + "          - 男の料理教室（遠野）\nprograms:\n  - name: 男の料理教室\n    district: 遠野\n",
        good="council: {name: 試験社協, districts: [遠野]}\n"
        + _PLAN
        + "          - 男の料理教室\nprograms:\n  - name: 男の料理教室\n    district: 遠野\n",
        check=_marked,
        fix=Fix.SAFE,
    ),
    Rule(
        "P217",
        "marks-disagree",
        Severity.ERROR,
        translatable("A citation whose marks differ from those of the program in `programs`."),
        translatable(
            "One of the two is wrong: a program is new, or it is not. It is not fixed "
            "automatically: a person has to decide."
        ),
        bad=_PLAN + "          - ふくしの教室（新規）\nprograms:\n  - name: ふくしの教室\n",
        good=_PLAN + "          - ふくしの教室\nprograms:\n  - name: ふくしの教室\n",
        check=_marks_disagree,
    ),
)
