"""``plan rename``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shakyo_plan.cli import complete
from shakyo_plan.cli.options import File, PlansDir, Year
from shakyo_plan.cli.session import Session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say, say_n, translatable

if TYPE_CHECKING:
    from shakyo_plan.model import Plan
    from shakyo_plan.source.document import Document
    from shakyo_plan.source.editing.renaming import Renaming
    from shakyo_plan.source.loading import LoadedFile


def rename(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=translatable("OLD_NAME"),
            show_default=False,
            autocompletion=complete.program_names,
            help=translatable("The name of a program or a district, as it is now."),
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar=translatable("NEW_NAME"), show_default=False, help=translatable("Its new name.")
        ),
    ],
    year: Year = None,
    file: File = None,
    plans_dir: PlansDir = None,
    formerly: Annotated[
        bool | None,
        typer.Option(
            "--formerly/--no-formerly",
            show_default=False,
            help=translatable(
                "Whether a program's old name is recorded under `formerly`. "
                "Default: where last year's plan has it."
            ),
        ),
    ] = None,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help=translatable("Show line by line what would change, and write nothing.")
        ),
    ] = False,
) -> int:
    """Write the new name wherever the old one stands; returns the exit code."""
    from shakyo_plan.cli.which import Which, folder_to_change, loaded_file
    from shakyo_plan.source.editing.apply import apply
    from shakyo_plan.source.editing.edit import Rewrite
    from shakyo_plan.source.editing.renaming import renaming
    from shakyo_plan.source.loading import sound_plan
    from shakyo_plan.source.undo import Rewriting

    session: Session = ctx.obj
    loaded = loaded_file(Which(year, file, plans_dir), session.config)
    plan, document = sound_plan(loaded), loaded.document
    what = renaming(plan, old, new)
    if what.is_district and formerly:
        raise UserError(say("--formerly is for programs; districts record no former names"))
    if formerly is None:
        formerly = not what.is_district and _stood_last_year(plan, what.old, loaded)
    edits = what.edits(document.data, formerly=formerly)
    text, made = apply(document, [edits])
    if not made:
        raise UserError(
            say("{path} is formatted in a way that cannot be edited safely", path=loaded.path),
            say("Format it first: plan fmt {path}", path=loaded.path),
        )
    after = document.with_text(text)
    if diff:
        session.out_patch(loaded.path, document.text, text)
        _tell_mentions(what, document, session)
        return 0
    if loaded.from_standard_input:
        session.out_data(after.file_text)
    else:
        if file is None:
            folder_to_change(plans_dir, session.config)
        Rewriting("plan rename").write(Path(loaded.path), document.file_text, after.file_text)
    session.info(
        say_n(
            "{path}: “{old}” is now “{new}” ({n} place)",
            "{path}: “{old}” is now “{new}” ({n} places)",
            sum(isinstance(edit, Rewrite) and edit.text == what.new for edit in edits),
            path=loaded.path,
            old=what.old,
            new=what.new,
        )
    )
    _tell_mentions(what, document, session)
    return 0


def _tell_mentions(what: Renaming, document: Document, session: Session) -> None:
    """Say which texts have the old name, too: a person has to look at those."""
    from shakyo_plan.source.editing.renaming import mentions

    places = mentions(document.data, what.old, of_district=what.is_district)
    if lines := tuple(dict.fromkeys(document.span(place).start.line for place in places)):
        session.info(
            say(
                "Sentences name “{old}” too, and stay as they are: lines {lines}",
                old=what.old,
                lines=lines,
            )
        )


def _stood_last_year(plan: Plan, name: str, loaded: LoadedFile) -> bool:
    """Whether the plan of the year before, in the same folder, has a program of this name."""
    from shakyo_plan.source.folder import plan_files
    from shakyo_plan.source.loading import load_file

    if loaded.from_standard_input:
        return False
    for file in plan_files(Path(loaded.path).parent):
        if file.year and file.year.number == plan.fiscal_year - 1:
            before = load_file(file.path).plan
            if before is not None and name in before.registry:
                return True
    return False
