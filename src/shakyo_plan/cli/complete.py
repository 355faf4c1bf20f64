"""What the shell offers at the Tab key: ids, districts, names of the plan that is meant.

Nothing here may disturb a person who is typing: where no plan is found, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shakyo_plan.errors import UserError

if TYPE_CHECKING:
    from shakyo_plan.language import Translator
    from shakyo_plan.model import Plan
    from shakyo_plan.output.table import Column


def plans_meant(ctx: Any) -> Iterator[Plan]:
    """Yield the plan that the command line means so far, or nothing."""
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.config import find_config

    asked = ctx.params
    which = Which(asked.get("year"), asked.get("file"), asked.get("plans_dir"))
    if which.file == "-":
        return
    try:
        yield chosen_plan(which, find_config(Path.cwd()))
    except UserError:
        return


def plan_ids(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the basic plans, with their titles."""
    return [
        (basic_plan.id, basic_plan.title)
        for plan in plans_meant(ctx)
        for basic_plan in plan.basic_plans
    ]


def goal_ids(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the goals, with their titles."""
    return [(str(goal.id), goal.title) for plan in plans_meant(ctx) for goal in plan.goals]


def priority_ids(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the priorities, with their titles."""
    return [
        (str(priority.id), priority.title)
        for plan in plans_meant(ctx)
        for priority in plan.priorities
    ]


def districts(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the districts of the council."""
    return [district for plan in plans_meant(ctx) for district in plan.council.districts]


def tags(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the marks of programs, and of the parts that they stand under."""
    from shakyo_plan.model.bearing import Bearing

    return [tag for plan in plans_meant(ctx) for tag in Bearing(plan).every_tag]


def departments(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the departments of the legend, and those that basic plans and programs name."""
    from shakyo_plan.model.bearing import Bearing

    return [name for plan in plans_meant(ctx) for name in Bearing(plan).every_department]


def statuses(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the statuses, with the words that people know."""
    from shakyo_plan.model import Status
    from shakyo_plan.model.words import status_word

    return [(status.value, ctx.obj.tr(status_word(status))) for status in Status]


def commissions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer who may commission a program, with the words that people know."""
    from shakyo_plan.model import Commission
    from shakyo_plan.model.words import commission_word

    return [(body.value, ctx.obj.tr(commission_word(body))) for body in Commission]


def budget_kinds(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer what budgets can be added up by, with the words that people know."""
    from shakyo_plan.lookup.budget.kinds import BY_WORDS

    return [(kind.value, ctx.obj.tr(word)) for kind, word in BY_WORDS.items()]


def listed_under(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the parts that programs may be printed under, with the words that people know."""
    from shakyo_plan.next_year.shape import LISTED_UNDER

    return [(kind.value, ctx.obj.tr(word)) for kind, word in LISTED_UNDER.items()]


def xref_tables(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the tables of cross-references, with the words that people know."""
    from shakyo_plan.cli.choice_words import TABLES

    return _with_words(TABLES, ctx)


def severities(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the severities, with the words that people know."""
    from shakyo_plan.cli.choice_words import SEVERITIES

    return _with_words(SEVERITIES, ctx)


def _with_words(words: Mapping[Any, tuple[str, ...]], ctx: Any) -> list[tuple[str, str]]:
    japanese = ctx.obj.tr.language == "ja"
    return [(choice.value, called[0] if japanese else "") for choice, called in words.items()]


def months(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the months, in the order of the fiscal year."""
    return [str(month) for month in (*range(4, 13), *range(1, 4))]


def program_names(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the names of the programs."""
    return [program.name for plan in plans_meant(ctx) for program in plan.programs]


def parts(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer everything that has an id or a name: ids with their titles, then names."""
    from shakyo_plan.lookup.naming import named_parts
    from shakyo_plan.model.kinds import PartKind

    found = [part for plan in plans_meant(ctx) for part in named_parts(plan)]
    ids = [(part.id, part.title) for part in found if part.kind is PartKind.PLAN and part.id]
    return ids + [(part.title, "") for part in found]


def years(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the fiscal years that have a plan."""
    from shakyo_plan.cli.which import folder
    from shakyo_plan.config import find_config
    from shakyo_plan.source.folder import plan_files

    try:
        files = plan_files(folder(ctx.params.get("plans_dir"), find_config(Path.cwd())))
    except UserError:
        return []
    return [(str(file.year.number), file.year.era) for file in files if file.year]


def versions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Offer what can be compared: the fiscal years that have a plan, and files."""
    from shakyo_plan.values.plan_file import is_plan_file

    typed = Path(incomplete)
    folder = typed if incomplete.endswith(("/", "\\")) else typed.parent
    found = sorted(folder.glob("*")) if folder.is_dir() else []
    files = [(f"{path.as_posix()}/", "") for path in found if path.is_dir()]
    files += [(path.as_posix(), "") for path in found if is_plan_file(path)]
    # A folder typed as plans\\ is offered as plans/, which Windows takes as well.
    begun = incomplete.replace("\\", "/")
    return [
        offered for offered in (*years(ctx, incomplete), *files) if offered[0].startswith(begun)
    ]


def change_kinds(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the kinds of change, for the last of a list with commas."""
    from shakyo_plan.diff import ChangeKind

    before = incomplete[: incomplete.rfind(",") + 1]
    return [before + kind for kind in ChangeKind]


def change_items(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer what can change, for the last of a list with commas."""
    from shakyo_plan.diff import ITEMS

    before = incomplete[: incomplete.rfind(",") + 1]
    return [before + item for item in ITEMS]


def rule_codes(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the rules, with their names."""
    from shakyo_plan.lint.rules import RULES

    return [(rule.code, rule.name) for rule in RULES]


def list_formats(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the formats of lists."""
    from shakyo_plan.output.formats import LIST_FORMATS

    return [format_.name for format_ in LIST_FORMATS]


def report_formats(ctx: Any, incomplete: str) -> list[str]:  # noqa: ARG001 - typer's signature
    """Offer the formats of reports of findings."""
    from shakyo_plan.lint.reporters import ReportFormat

    return [format_.value.name for format_ in ReportFormat]


def columns(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Offer the columns of the command, with their headings, for the last of a list with commas."""
    before = incomplete[: incomplete.rfind(",") + 1]
    return [(before + key, heading) for key, heading in _columns(ctx)]


def sort_columns(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001 - typer's signature
    """Offer the columns of the command, with their headings; after a -, shells offer options only."""
    return _columns(ctx)


def _columns(ctx: Any) -> list[tuple[str, str]]:
    tr = ctx.obj.tr
    for plan in plans_meant(ctx):
        tr = tr.labelled(plan.labels.own)
    return [(column.key, column.heading) for column in columns_of(ctx.info_name, tr)]


def columns_of(command: str, tr: Translator) -> tuple[Column[Any], ...]:
    """Return the columns of the list that a command prints; none where they depend on the plan."""
    match command:
        case "budget":
            from shakyo_plan.lookup.budget.view import budget_columns

            return budget_columns(tr)
        case "history":
            from shakyo_plan.lookup.history import view

            both: list[Column[Any]] = [*view.program_history_columns(tr)]
            both += view.life_line_columns(tr)
            return tuple({column.key: column for column in both}.values())
        case "outline":
            from shakyo_plan.lookup.outline.view import outline_columns

            return outline_columns(tr)
        case "programs":
            from shakyo_plan.lookup.programs.view import program_columns

            return program_columns(tr)
        case "rule":
            from shakyo_plan.lint.rule_list import rule_columns

            return rule_columns(tr)
        case "xref":
            # That is gaps; its other tables have the ids of plans for columns.
            from shakyo_plan.lookup.xref.gaps_view import gap_columns

            return gap_columns(tr)
    return ()
