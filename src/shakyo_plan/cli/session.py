"""Who is asking, and how: language, terminal, folder. Made once, at the edge."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from shakyo_plan.config import Config, find_config
from shakyo_plan.errors import UserError
from shakyo_plan.language import LANGUAGES, Translator, locale_language, read_language
from shakyo_plan.message import Message, say
from shakyo_plan.output.escape import escape, for_log
from shakyo_plan.output.style import ADVICE, Screen
from shakyo_plan.values.told import Told, nobody

if TYPE_CHECKING:
    from shakyo_plan.cli.progress import ProgressBar
    from shakyo_plan.model import Plan

_STYLES = {
    "error": "red",
    "warning": "yellow",
    "info": "cyan",
    "good": "green",
    "dim": "bright_black",
}


@dataclass
class Session:
    """What commands need to know of the world around them."""

    tr: Translator
    config: Config
    colour: bool
    terminal_width: int | None
    """The width of the terminal; None where the output goes to a pipe or a file."""
    message_width: int | None = None
    """The same for what is said beside the results."""
    terminal_height: int | None = None
    """Its height; None also where nobody can turn pages."""
    job_summary: Path | None = None
    """The file that GitHub shows as the summary of a job, in a step of its workflows."""
    checkout: Path = Path()
    """The folder of the checkout, by which CI services know files; outside of one, the working directory."""

    in_ci: bool = False
    """Whether a CI service reads along, and would obey a line of a patch."""
    watched: bool = False
    """Whether somebody sees on the terminal how far long work is."""
    _bar: ProgressBar | None = field(default=None, init=False)

    def speak_of(self, plan: Plan) -> None:
        """From here on, call and number the parts of a plan as its council does."""
        from shakyo_plan.model.numbering import number_in

        self.tr = self.tr.labelled(plan.labels.own).numbered(number_in(plan.numbering))

    def style(self, text: str, style: str) -> str:
        """Colour a text for the terminal, where there is one."""
        return typer.style(text, fg=_STYLES[style]) if self.colour and style else text

    def screen(self, *, beside: bool = False) -> Screen:
        """Return where results are shown, or what is said ``beside`` them."""
        return Screen(self.style, self.message_width if beside else self.terminal_width)

    def is_long(self, text: str) -> bool:
        """Whether a text does not fit the screen that it is printed on."""
        # One line is for the prompt that follows.
        return self.terminal_height is not None and text.count("\n") >= self.terminal_height

    @contextmanager
    def progress(self, what: Message, *, data: bool = False) -> Iterator[Told]:
        """Give what long work tells how far it is; a bar shows it.

        ``data`` is whether results for programs go to standard output: on the terminal of the bar, none is
        shown then.
        """
        if not self.watched or (data and self.to_terminal):
            yield nobody
            return
        from shakyo_plan.cli.progress import ProgressBar

        self._bar = ProgressBar(self.tr(what), colour=self.colour)
        try:
            yield self._bar.tell
        finally:
            self._clear()
            self._bar = None

    @contextmanager
    def waiting(self, what: Message) -> Iterator[None]:
        """Show that work goes on of which nobody knows how far it is, and which is never short."""
        with self.progress(what):
            if self._bar is not None:
                self._bar.wait()
            yield

    def _clear(self) -> None:
        """Take a bar away before anything else is printed."""
        if self._bar is not None:
            self._bar.clear()

    def out(self, text: str) -> None:
        """Print a result."""
        self._clear()
        typer.echo(for_log(text), nl=False, color=self.colour)

    @property
    def to_terminal(self) -> bool:
        """Whether results are read on a terminal, and not by a program."""
        return self.terminal_width is not None

    def out_patch(self, path: str, before: str, after: str) -> None:
        """Print how a text of a file changes; into a pipe byte for byte, so that it can be applied."""
        from shakyo_plan.output.patch import unified_diff

        if self.to_terminal:
            self.out(unified_diff(path, before, after, self.style))
        else:
            patch = unified_diff(path, before, after, self.style, exact=True)
            self.out_data(for_log(patch) if self.in_ci else patch)

    def status(self, text: str) -> None:
        """Say something that is no result: what was done, what to know."""
        self._clear()
        typer.echo(for_log(text), err=True)

    def info(self, message: Message) -> None:
        """Say the same of a message; what stands in it, such as the name of a file, never acts."""
        self._tell("", message)

    def _tell(self, lead: str, message: Message) -> None:
        lines = Screen(width=self.message_width).lines(lead, escape(self.tr(message)))
        self.status("\n".join(lines))

    def fail(self, error: UserError) -> int:
        """Say what a person can mend, and how; returns the exit code."""
        self._tell("plan: ", error.message)
        if error.excerpt:
            from shakyo_plan.output.excerpt import excerpt_text

            self.status(excerpt_text(error.excerpt, self.message_width))
        if error.advice:
            self._tell(f"  {ADVICE} ", error.advice)
        return error.exit_code

    def out_data(self, text: str) -> None:
        """Print data for other programs: always UTF-8, whatever the terminal's encoding."""
        self._write(text.encode("utf-8", "replace"))

    def out_bytes(self, raw: bytes, format_: str) -> None:
        """Print a file of another program, named by its format, into a pipe.

        Raises:
            UserError: it would go to a terminal, which can show no such file.
        """
        if self.terminal_width is not None:
            raise UserError(
                say("A terminal cannot show {format}", format=format_),
                say("Name a file with -o, such as -o list.{format}", format=format_),
            )
        self._write(raw)

    def _write(self, raw: bytes) -> None:
        self._clear()
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.flush()


def open_session(lang: str | None, environment: Mapping[str, str]) -> Session:
    """Make the session for a command line; ``lang`` is the language that it asks for.

    Raises:
        UserError: a language that does not exist, a configuration that cannot be read, or no folder
            that the person is in.
    """
    here = _here()
    config = find_config(here)
    terminal = is_terminal(sys.stdout)
    smart = terminal and is_terminal(sys.stdin) and environment.get("TERM") != "dumb"
    return Session(
        tr=Translator(_language(lang, environment, config)),
        config=config,
        colour=_wants_colour(environment, terminal=terminal),
        terminal_width=shutil.get_terminal_size().columns if terminal else None,
        message_width=_width_of_messages(),
        terminal_height=shutil.get_terminal_size().lines if smart else None,
        job_summary=Path(summary) if (summary := environment.get("GITHUB_STEP_SUMMARY")) else None,
        checkout=_checkout(here, environment),
        in_ci=bool(environment.get("CI")),
        watched=is_terminal(sys.stderr)
        and not environment.get("CI")
        and environment.get("TERM") != "dumb",
    )


def _wants_colour(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to print in colour: as NO_COLOR or FORCE_COLOR say, else where a terminal can show it."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def fallback_session(lang: str | None, environment: Mapping[str, str]) -> Session:
    """Make the session in which it is said why there is no other."""
    asked = lang or environment.get("PLAN_LANG") or ""
    return Session(
        Translator(read_language(asked) or locale_language(environment)),
        Config(),
        colour=False,
        terminal_width=None,
        message_width=_width_of_messages(),
    )


def _width_of_messages() -> int | None:
    return shutil.get_terminal_size().columns if is_terminal(sys.stderr) else None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits at a stream; one that is closed is none at all."""
    return stream is not None and stream.isatty()


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        raise UserError(
            say("The current folder no longer exists"),
            say("Go to another one, with cd for example"),
        ) from None


def _checkout(here: Path, environment: Mapping[str, str]) -> Path:
    """Return the folder that GitHub or GitLab say they work on, else the top of the git checkout."""
    named = environment.get("GITHUB_WORKSPACE") or environment.get("CI_PROJECT_DIR")
    if named and Path(named).is_absolute():
        return Path(named)
    # In a worktree or a submodule, .git is a file.
    tops = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    return next(tops, here)


def _language(lang: str | None, environment: Mapping[str, str], config: Config) -> str:
    """Choose the language: ``--lang``, then PLAN_LANG, then the configuration, then the locale."""
    for asked in (lang, environment.get("PLAN_LANG"), config.lang):
        if asked:
            language = read_language(asked)
            if language is None:
                raise UserError(
                    say("There is no {what} “{asked}”", what=say("language"), asked=asked),
                    say("Available: {known}", known=LANGUAGES),
                )
            return language
    return locale_language(environment)


def environment() -> Mapping[str, str]:
    """Return the environment variables."""
    return os.environ
