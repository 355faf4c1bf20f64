"""The shape of a council's plan: as options say it, or else as the person at the terminal does."""

from __future__ import annotations

from dataclasses import dataclass

from shakyo_plan.cli.choices import chosen_kind
from shakyo_plan.cli.questions import ask, can_ask, yes_or_no
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import Message, say, say_n
from shakyo_plan.model import terms
from shakyo_plan.next_year.shape import (
    LISTED_UNDER,
    ListedUnder,
    Shape,
    check_shape,
    read_districts,
    read_label,
    read_labels,
    read_number,
    read_numbering,
)
from shakyo_plan.values.name import fold_name


@dataclass(frozen=True, slots=True)
class ShapeOptions:
    """What the command line says of the shape; None is what it does not say."""

    flat: bool = False
    listed_under: str | None = None
    labels: tuple[str, ...] = ()
    numbering: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether it says anything."""
        return self != ShapeOptions()


def shape_of(options: ShapeOptions, session: Session) -> Shape:
    """Return the shape that the options say; where they say nothing, ask for it if anybody is there.

    Raises:
        UserError: an option says what no plan can be.
        typer.Abort: the person gave up.
    """
    if not options.given and can_ask():
        fitted = say("Fit words, numbers and districts to the plan that you print? yes/no")
        return (
            _asked(session) if ask(fitted, yes_or_no, session, session.tr(say("yes"))) else Shape()
        )
    labels = read_labels("--label", options.labels)
    tr = session.tr.labelled(labels)
    shape = Shape(
        not options.flat,
        chosen_kind("--programs-under", options.listed_under, LISTED_UNDER, tr, {})
        or ListedUnder.PLAN,
        labels,
        read_numbering("--numbering", options.numbering),
        read_districts("、".join(options.districts)) if options.districts else None,
    )
    check_shape(shape)
    return shape


def _asked(session: Session) -> Shape:
    answers = _Answers(session)
    yes = session.tr(say("yes"))
    goals = ask(
        say("Do {goals} stand over the {plans}? yes/no", goals=terms.GOALS, plans=terms.PLANS),
        yes_or_no,
        session,
        yes,
    )
    if goals:
        answers.ask_for("goal", terms.GOAL)
    answers.ask_for("plan", terms.PLAN)
    answers.ask_for("priority", terms.PRIORITY, numbered=False)
    under = answers.listed_under(goals=goals)
    districts = ask(
        say("Districts of the council, with commas between; Enter where there are none"),
        read_districts,
        session,
    )
    if districts:
        session.info(
            say_n(
                "{n} district: {names}", "{n} districts: {names}", len(districts), names=districts
            )
        )
    return Shape(goals, under, answers.labels, answers.numbering, districts)


class _Answers:
    """What was answered so far; later questions are put in the council's own words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.labels: dict[str, str] = {}
        self.numbering: dict[str, str] = {}

    def ask_for(self, key: str, usual: Message, *, numbered: bool = True) -> None:
        """Ask what a part is called, and how its first number is printed."""
        session = self._session
        word = session.tr(usual)
        label = ask(
            say("What do you call what others call “{word}”?", word=word), read_label, session, word
        )
        if label != word:
            self.labels[key] = label
        if not numbered:
            return
        number = ask(
            say(
                "First number of a {part} as printed: Ⅰ, 第1, （1）, なし for none; Enter for “{part} 1”",
                part=label,
            ),
            read_number,
            session,
        )
        if number:
            self.numbering[key] = number

    def listed_under(self, *, goals: bool) -> ListedUnder:
        """Ask under which parts the programs are printed."""
        tr = self._session.tr.labelled(self.labels)
        kinds = {
            kind: word
            for kind, word in LISTED_UNDER.items()
            if kind is not (ListedUnder.PRIORITY if goals else ListedUnder.GOAL)
        }

        words = tuple(tr(word) for word in kinds.values())

        def read(answer: str) -> ListedUnder:
            for kind, word in zip(kinds, words, strict=True):
                if fold_name(answer).removesuffix("の下") in (kind.value, fold_name(word)):
                    return kind
            raise UserError(
                say("“{answer}” is none of these", answer=answer),
                say("Answer with one of these: {parts}", parts=words),
            )

        question = say("Programs are printed under which of these: {parts}?", parts=words)
        return ask(question, read, self._session, tr(terms.PLAN))
