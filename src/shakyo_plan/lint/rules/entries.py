"""P2, the entries of lists: each one name, whole, and nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.context import RuleContext
from shakyo_plan.lint.rules.names import quoted_names
from shakyo_plan.lint.rules.record import Fix, Problem, Rule
from shakyo_plan.lint.rules.slips import Broken, Joined, Marked
from shakyo_plan.message import say, translatable
from shakyo_plan.source.editing.edit import Drop, Edit, InsertAfter, Rewrite


def _broken(context: RuleContext) -> Iterator[Problem]:
    for slip in context.slips:
        if isinstance(slip, Broken):
            first, second = slip.first, slip.second
            meant = quoted_names(slip.programs)
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
                say("Multiple programs in one entry: {names}", names=quoted_names(slip.programs)),
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


LIST_EXAMPLE = """\
goals:
  - id: 1
    title: 共に生きる
    plans:
      - id: 1-1
        title: 子育て
        programs:
"""


ENTRY_RULES = (
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
        bad=LIST_EXAMPLE
        + """\
          - 福祉マップ作成事
          - 業緊急連絡カード配備事業
programs:
  - name: 福祉マップ作成事業
  - name: 緊急連絡カード配備事業
""",
        good=LIST_EXAMPLE
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
        bad=LIST_EXAMPLE
        + """\
          - 生活資金貸付事業・福祉バス運行事業
programs:
  - name: 生活資金貸付事業
  - name: 福祉バス運行事業
""",
        good=LIST_EXAMPLE
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
        "P216",
        "marks-cited",
        Severity.ERROR,
        translatable("A citation with marks: （新規）, （市受託事業）, （遠野）."),
        translatable(
            "Marks are set once, in `programs`, and are shown in every list from there. "
            "Written in each list, they come to disagree."
        ),
        bad="council: {name: 試験社協, districts: [遠野]}\n"
        + LIST_EXAMPLE
        + "          - 男の料理教室（遠野）\nprograms:\n  - name: 男の料理教室\n    district: 遠野\n",
        good="council: {name: 試験社協, districts: [遠野]}\n"
        + LIST_EXAMPLE
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
        bad=LIST_EXAMPLE + "          - ふくしの教室（新規）\nprograms:\n  - name: ふくしの教室\n",
        good=LIST_EXAMPLE + "          - ふくしの教室\nprograms:\n  - name: ふくしの教室\n",
        check=_marks_disagree,
    ),
)
