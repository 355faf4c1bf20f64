"""The edge: one way in, one way out, and the one place that a bug can surface."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import typer

from shakyo_plan import __version__
from shakyo_plan.cli.app import COMMANDS, build_app
from shakyo_plan.cli.arguments import Beginning
from shakyo_plan.cli.completion_setup import answer_about_completion
from shakyo_plan.cli.help import localize
from shakyo_plan.cli.session import Session, environment, fallback_session, open_session
from shakyo_plan.errors import UserError
from shakyo_plan.message import say

BUG = 3
INTERRUPTED = 130
"""As shells count what Ctrl-C has ended."""


def run() -> None:
    """Run ``plan`` with the command line of the process, and exit."""
    _prepare_streams()
    sys.exit(main(sys.argv[1:]))


def _prepare_streams() -> None:
    """Make the standard streams take whatever is printed, and what is said in Japanese above all."""
    # A program without a console (pythonw) has none at all.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or _holds_japanese(stream.encoding):
            # A console in cp932 lacks some characters; a ? for one is better than no answer.
            stream.reconfigure(errors="replace")
        else:
            # Into a pipe on a Windows that is set to another language, Japanese would be only ?.
            stream.reconfigure(encoding="utf-8", errors="replace")


def _holds_japanese(encoding: str) -> bool:
    try:
        "計画".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Run ``plan``; returns the exit code."""
    opened: Session | None = None
    beginning = Beginning.of(arguments)

    def session() -> Session:
        return opened or fallback_session(beginning.lang, environment())

    try:
        opened = open_session(beginning.lang, environment())
        command = typer.main.get_command(build_app(beginning.command))
        if not beginning.command:
            # A shell that completes gives no words.
            from shakyo_plan.cli.shells import use_own_completion

            use_own_completion()
        localize(command, opened.tr)
        answer_about_completion(command, arguments)
        code = command.main(
            args=list(arguments), prog_name="plan", standalone_mode=False, obj=opened
        )
        sys.stdout.flush()
    except UserError as error:
        return session().fail(error)
    except typer.TyperException as error:
        from shakyo_plan.cli.usage import explain

        here = session()
        return here.fail(explain(error, _begun(beginning.command)))
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads (| head) has enough; what is still buffered has nowhere to go.
        sys.stdout = None  # nothing flushes it at exit
        return 0
    except OSError as error:
        # What plan reads is caught where it is read; this is the output: a full disk, say.
        return session().fail(
            UserError(say("The output cannot be written: {reason}", reason=str(error)))
        )
    except Exception as error:
        if beginning.traceback:
            raise
        return _confess(error, session())
    return code if isinstance(code, int) else 0


def _begun(word: str) -> str:
    return f"plan {word}" if word in {command.name for command in COMMANDS} else "plan"


def _confess(error: Exception, session: Session) -> int:
    message = say(
        "plan {version}: a bug in plan itself ({kind}: {words}). Please report it with the command "
        "that you typed; --traceback shows more",
        version=__version__,
        kind=type(error).__name__,
        words=str(error),
    )
    session.info(message)
    return BUG
