"""All commands and the options of ``plan`` itself, in one place."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Annotated, NamedTuple

import typer

from shakyo_plan import __version__
from shakyo_plan.cli.help import PlanCommand, PlanGroup
from shakyo_plan.message import translatable

CHECK = translatable("Check")
LOOK_UP = translatable("Look up")
YEAR_OVER_YEAR = translatable("Year over year")
DOCUMENTS = translatable("Word and Excel")
THE_FORMAT = translatable("The plan file")


class Command(NamedTuple):
    """A command: the function of its name, in the module of its name, is what runs."""

    name: str
    panel: str
    help: str
    examples: tuple[str, ...]
    """The first stands on the first page; a test runs them all."""
    hidden: bool = False
    """Whether it is for programs, and the first page leaves it out."""


COMMANDS = (
    Command(
        "validate",
        CHECK,
        translatable("Check plan files and say what is wrong, where, and what to write instead."),
        (
            "plan validate",
            "plan validate plans/2024.yaml",
            "plan validate --fix",
            "plan validate --format json",
        ),
    ),
    Command(
        "rule",
        CHECK,
        translatable("Explain a rule: what it finds and why, with a bad and a good example."),
        (
            "plan rule P201",
            "plan rule",
        ),
    ),
    Command(
        "summary",
        LOOK_UP,
        translatable("Show a plan at a glance: how much of everything it contains."),
        (
            "plan summary",
            "plan summary --year R6",
        ),
    ),
    Command(
        "outline",
        LOOK_UP,
        translatable("Show the tree of goals, basic plans, sections and programs."),
        (
            "plan outline",
            "plan outline --goal 1 --depth 2",
            "plan outline --output-file outline.html",
        ),
    ),
    Command(
        "programs",
        LOOK_UP,
        translatable("List programs; filters can be combined."),
        (
            "plan programs --plan 1-5",
            "plan programs --district 常磐 --status new",
            "plan programs --search サロン",
            "plan programs --output-file programs.csv",
        ),
    ),
    Command(
        "budget",
        LOOK_UP,
        translatable("Add the budgets of programs up, and show the council's accounts."),
        (
            "plan budget",
            "plan budget --by district --compare 2024",
            "plan budget --by source --output-file budget.csv",
        ),
    ),
    Command(
        "history",
        YEAR_OVER_YEAR,
        translatable("Follow a program or a basic plan through the years, whatever it was called."),
        (
            "plan history ふくしの教室",
            "plan history 1-5",
            "plan history --all --sort ended",
        ),
    ),
    Command(
        "new",
        YEAR_OVER_YEAR,
        translatable(
            "Create next year's draft from this year's plan, keeping comments and layout."
        ),
        (
            "plan new 2025",
            "plan new R7 --from R6",
            "plan new 2025 --diff",
        ),
    ),
    Command(
        "import",
        THE_FORMAT,
        translatable("Draft a plan file from a printed plan in Word, PDF, Excel or a text file."),
        (
            "plan import 令和7年度事業計画書.docx",
            "plan import 令和7年度事業計画書.docx --dry-run",
            "plan import 令和7年度事業計画書.docx --explain",
        ),
    ),
    Command(
        "init",
        THE_FORMAT,
        translatable("Set up a plans folder: a plan to fill in, settings, files for git."),
        (
            "plan init --council いわき市社会福祉協議会 --year R7",
            "plan init 計画 --council いわき市社会福祉協議会 --year 2025 --ci github",
            "plan init 町の計画 --council ○○町社会福祉協議会 --year R7 --flat --label plan=事業区分",
        ),
    ),
    Command(
        "export",
        DOCUMENTS,
        translatable("Make the printed plan from the plan file, as a Word document."),
        (
            "plan export -o plan.docx",
            "plan export --year R6 -o 計画書.docx --toc",
            "plan export --write-template 書式.docx",
        ),
    ),
    Command(
        "query",
        LOOK_UP,
        translatable(
            "Query all plan files in SQL, the language of databases; plans are only read."
        ),
        (
            "plan query --tables",
            "plan query \"SELECT name, district FROM programs WHERE status = 'new'\"",
            'plan query "SELECT status, count(*) FROM programs GROUP BY status" --format json',
        ),
    ),
    Command(
        "diff",
        YEAR_OVER_YEAR,
        translatable("Compare two plans: what was added, renamed, moved or changed."),
        (
            "plan diff 2024 2025",
            "plan diff HEAD~1:plans/2024.yaml plans/2024.yaml",
            "plan diff 2024 2025 --only renamed,moved --item program",
            "plan diff 2024 2025 --output-file comparison.html",
        ),
    ),
    Command(
        "git-diff",
        YEAR_OVER_YEAR,
        translatable("Show git how a plan file changed; docs/git.md tells how to set it up."),
        (),
        hidden=True,
    ),
    Command(
        "fmt",
        THE_FORMAT,
        translatable("Format plan files (data and comments are preserved)."),
        (
            "plan fmt",
            "plan fmt --check",
            "plan fmt --diff plans/2024.yaml",
        ),
    ),
    Command(
        "rename",
        THE_FORMAT,
        translatable("Give a program or district another name, wherever the plan names it."),
        (
            "plan rename 子育てサロン事業 子育て広場事業",
            "plan rename 子育てサロン事業 子育て広場事業 --diff",
        ),
    ),
    Command(
        "undo",
        THE_FORMAT,
        translatable("Take back what plan last wrote into plan files; once more brings it again."),
        (
            "plan undo",
            "plan undo --diff",
        ),
    ),
    Command(
        "show",
        LOOK_UP,
        translatable("Show everything about a goal, basic plan, priority, program or district."),
        (
            "plan show 1-5",
            "plan show 住民支え合い事業",
            "plan show 重点項目1",
            "plan show 常磐 --format json",
        ),
    ),
    Command(
        "xref",
        LOOK_UP,
        translatable("Show cross-reference tables with totals, and what is missing."),
        (
            "plan xref programs",
            "plan xref priorities --goal 1",
            "plan xref calendar",
            "plan xref gaps",
            "plan xref programs --output-file xref.html",
        ),
    ),
    Command(
        "schema",
        THE_FORMAT,
        translatable("Print the JSON Schema of plan files, for editors and other tools."),
        (
            "plan schema",
            "plan schema --output-file plan.schema.json",
        ),
    ),
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"plan {__version__}")
        raise typer.Exit


def _plan(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback prints
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_print_version,
            help=translatable("Show the version and exit."),
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), nl=False)


def build_app(wanted: str = "") -> typer.Typer:
    """Return the command with its subcommands, texts not yet in a language.

    Where ``wanted`` names one, only that one is made: importing and making all of them takes longer
    than most do.
    """
    app = typer.Typer(
        name="plan",
        cls=PlanGroup,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        help=translatable(
            "The annual plans of a council of social welfare, as plain text: check them, look things up."
        ),
    )
    app.callback()(_plan)
    named = [command for command in COMMANDS if command.name == wanted]
    for command in named or COMMANDS:
        register = app.command(
            command.name,
            cls=PlanCommand,
            rich_help_panel=command.panel,
            help=command.help,
            epilog="\n".join(command.examples),
            hidden=command.hidden,
        )
        function = command.name.replace("-", "_")
        if iskeyword(function):
            function += "_"
        register(getattr(import_module(f"shakyo_plan.cli.commands.{function}"), function))
    return app
