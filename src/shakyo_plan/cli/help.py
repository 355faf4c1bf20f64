"""The help pages, in the reader's language and measured in columns, where kanji take two."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from shakyo_plan.language import Translator
from shakyo_plan.message import say, translatable

_WIDEST = 100


def _shared_options() -> list[TyperOption]:
    """Options of every command; `arguments` reads them off the command line before."""
    return [
        TyperOption(
            param_decls=["--lang"],
            type=str,
            expose_value=False,
            metavar="ja|en",
            help=translatable("Language of messages and headings."),
        ),
        TyperOption(
            param_decls=["--traceback"],
            is_flag=True,
            expose_value=False,
            hidden=True,
            help=translatable("Show the traceback of a bug in plan itself."),
        ),
    ]


class PlanCommand(TyperCommand):
    """A command whose help page is ours."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Add the options that every command has."""
        super().__init__(*args, **settings)
        self.params.extend(_shared_options())

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of the command."""
        formatter.write(command_page(self, ctx))


class PlanGroup(TyperGroup):
    """The group of all commands, whose help page is ours."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Add the options that every command has."""
        super().__init__(*args, **settings)
        self.params.extend(_shared_options())

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of the group."""
        formatter.write(group_page(self, ctx))


def group_page(group: TyperGroup, ctx: Any) -> str:
    """Return the first page: every command in its group, with a line and an example."""
    tr: Translator = ctx.obj.tr
    panels: dict[str, list[tuple[str, str]]] = {}
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None or command.hidden:
            continue
        lines = panels.setdefault(getattr(command, "rich_help_panel", "") or "", [])
        lines.append((name, tr(_first_line(command.help))))
        if command.epilog:
            lines.append(("", tr(say("e.g. {example}", example=command.epilog.split("\n")[0]))))
    usage = say("plan COMMAND [OPTIONS]")
    parts = [tr(group.help or ""), "\n\n", tr(say("Usage: {usage}", usage=usage)), "\n"]
    for title, lines in panels.items():
        parts += ["\n", tr(title), "\n", _two_columns(lines)]
    parts += ["\n", tr(say("Options")), "\n", _two_columns(_option_lines(group, ctx, tr))]
    parts += [
        "\n",
        tr(say("More about a command: {example}", example="plan programs --help")),
        "\n",
    ]
    return "".join(parts)


def command_page(command: TyperCommand, ctx: Any) -> str:
    """Return the page of one command: what it does, examples, arguments and options."""
    tr: Translator = ctx.obj.tr
    usage = [ctx.command_path]
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    usage += [param.make_metavar(ctx) for param in arguments]
    usage.append(tr(say("[OPTIONS]")))
    parts = [
        tr(command.help or "").strip() + "\n\n",
        tr(say("Usage: {usage}", usage=" ".join(usage))) + "\n",
    ]
    if command.epilog:
        parts += ["\n", tr(say("Examples")), "\n"]
        parts += [f"  {line}\n" for line in command.epilog.split("\n")]
    if arguments:
        lines = [
            (param.make_metavar(ctx), tr(getattr(param, "help", None) or "")) for param in arguments
        ]
        parts += ["\n", tr(say("Arguments")), "\n", _two_columns(lines)]
    parts += ["\n", tr(say("Options")), "\n", _two_columns(_option_lines(command, ctx, tr))]
    return "".join((*parts, *_columns(ctx, tr)))


def _columns(ctx: Any, tr: Translator) -> Iterator[str]:
    """Yield what the columns of the command's list are called, for --columns and --sort."""
    from shakyo_plan.cli.complete import columns_of
    from shakyo_plan.output.wrapping import wrapped

    if names := tuple(column.names for column in columns_of(ctx.info_name, tr)):
        yield f"\n{tr(say('Columns (for --columns and --sort; either name will do)'))}\n"
        yield from (
            f"  {line}\n" for line in wrapped(tr(say("{names}", names=names)), _width() - 2)
        )


def localize(command: Any, tr: Translator) -> None:
    """Put what describes a command and all below it into the language: shells show it, too."""
    command.help = tr(command.help) if command.help else command.help
    for param in command.params:
        if getattr(param, "help", None):
            param.help = tr(param.help)
        if param.metavar:
            param.metavar = tr(param.metavar)
    for child in getattr(command, "commands", {}).values():
        localize(child, tr)


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]


def _option_lines(command: Any, ctx: Any, tr: Translator) -> list[tuple[str, str]]:
    lines = []
    for param in command.get_params(ctx):
        if param.param_type_name != "option" or param.hidden:
            continue
        names = ", ".join(sorted(param.opts, key=len))
        if not param.is_flag and not param.count:
            names += f" {param.make_metavar(ctx)}"
        lines.append((names, tr(param.help or "")))
    return lines


def _width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


def _two_columns(lines: Sequence[tuple[str, str]]) -> str:
    """Lay the lines out, the second column wrapped to the terminal."""
    from rich.cells import cell_len, set_cell_size

    from shakyo_plan.output.wrapping import wrapped

    width = _width()
    first_column = max((cell_len(first) for first, _ in lines), default=0) + 4
    room = max(width - first_column, 20)
    text = []
    for first, second in lines:
        beside, *below = wrapped(second, room) or [""]
        text.append(set_cell_size(f"  {first}", first_column) + beside)
        text += [" " * first_column + line for line in below]
    return "".join(f"{line.rstrip()}\n" for line in text)


# What typer itself says on these pages; named here so that the catalogues have it.
TYPERS_WORDS = (
    translatable("Show this message and exit."),
    translatable("Install completion for the current shell."),
    translatable(
        "Show completion for the current shell, to copy it or customize the installation."
    ),
)
