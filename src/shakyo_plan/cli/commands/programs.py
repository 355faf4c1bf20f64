"""``plan programs``."""

from __future__ import annotations

from typing import Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import (
    Columns,
    File,
    Format,
    Months,
    NoPager,
    OutputFile,
    PlansDir,
    Sort,
    Year,
)
from shakyo_plan.cli.session import Session
from shakyo_plan.message import translatable


def programs(
    ctx: typer.Context,
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan",
            metavar="1-5",
            autocompletion=complete.plan_ids,
            help=translatable("Programs of this basic plan, in printed order."),
        ),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option(
            "--goal",
            metavar=translatable("NUMBER"),
            autocompletion=complete.goal_ids,
            help=translatable("Programs cited under this goal."),
        ),
    ] = None,
    priority: Annotated[
        str | None,
        typer.Option(
            "--priority",
            metavar=translatable("NUMBER"),
            autocompletion=complete.priority_ids,
            help=translatable("Programs of this priority, in printed order."),
        ),
    ] = None,
    district: Annotated[
        str | None,
        typer.Option(
            "--district",
            metavar=translatable("NAME"),
            autocompletion=complete.districts,
            help=translatable("Programs run by this district."),
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar=translatable("STATUS"),
            autocompletion=complete.statuses,
            show_default=False,
            help=translatable(
                "Programs of this status: new, expanded, continued, restructured, reduced, "
                "merged, suspended, discontinued."
            ),
        ),
    ] = None,
    commissioned_by: Annotated[
        list[str] | None,
        typer.Option(
            "--commissioned-by",
            metavar=translatable("BODY"),
            autocompletion=complete.commissions,
            show_default=False,
            help=translatable(
                "Programs commissioned by: city, town, village, ward, prefecture, state, city_shakyo, "
                "prefectural_shakyo, national_shakyo, other."
            ),
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            "--search",
            metavar=translatable("WORDS"),
            autocompletion=complete.program_names,
            help=translatable(
                "Programs with these words in their name, an alias, a former name or a text (such as "
                "purpose, content, target, notes); the list says in which text. Width, spaces and "
                "brackets do not matter."
            ),
        ),
    ] = None,
    uncited: Annotated[
        bool, typer.Option("--uncited", help=translatable("Programs that no basic plan cites."))
    ] = False,
    without_priority: Annotated[
        bool,
        typer.Option("--without-priority", help=translatable("Programs that no priority cites.")),
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option(
            "--tag",
            metavar=translatable("WORD"),
            autocompletion=complete.tags,
            help=translatable(
                "Programs with this tag, a mark of the council's own, or under a part that has it."
            ),
        ),
    ] = None,
    department: Annotated[
        str | None,
        typer.Option(
            "--department",
            metavar=translatable("NAME"),
            autocompletion=complete.departments,
            help=translatable(
                "Programs of this department, by its name or its short form; a program that names none "
                "is of that of its basic plan."
            ),
        ),
    ] = None,
    month: Months = None,
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    output: Format = None,
    output_file: OutputFile = None,
    sort: Sort = None,
    columns: Columns = None,
    no_pager: NoPager = False,
) -> int:
    """Print the programs that meet all that is asked for; returns the exit code."""
    from shakyo_plan.cli.choices import chosen, chosen_id, chosen_months, chosen_number
    from shakyo_plan.cli.output import Output, print_table
    from shakyo_plan.cli.which import Which, chosen_plan
    from shakyo_plan.lookup.naming import plan_id_numbered, section_numbered
    from shakyo_plan.lookup.programs.filtering import Criteria, find_programs
    from shakyo_plan.lookup.programs.view import program_table
    from shakyo_plan.model import Commission, Status
    from shakyo_plan.model.words import commission_word, status_word

    session: Session = ctx.obj
    found_plan = chosen_plan(Which(year, file, plans_dir), session.config)
    session.speak_of(found_plan)
    section = section_numbered(found_plan, plan)
    criteria = Criteria(
        section[0] if section else plan_id_numbered(found_plan, plan) or chosen_id(plan),
        chosen_number("--goal", goal),
        chosen_number("--priority", priority),
        district,
        chosen("--status", status, Status, status_word, session.tr),
        chosen("--commissioned-by", commissioned_by, Commission, commission_word, session.tr),
        chosen_months(month),
        search,
        uncited,
        without_priority,
        tag,
        department,
        section[1] if section else None,
    )
    table = program_table(find_programs(found_plan, criteria), found_plan, criteria, session.tr)
    print_table(table, Output(output, output_file, no_pager, sort, columns), session)
    return 0
