"""What ``plan validate`` mends with ``--fix`` and ``--unsafe-fixes``, and shows with ``--diff``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shakyo_plan.cli.reporting import tell_broken
from shakyo_plan.errors import UserError
from shakyo_plan.message import say

if TYPE_CHECKING:
    from shakyo_plan.cli.session import Session
    from shakyo_plan.lint.rules.settings import Settings
    from shakyo_plan.source.loading import LoadedFile


class Fixing(NamedTuple):
    """What a person wants to be mended."""

    fix: bool
    unsafe: bool
    preview: bool

    @property
    def asked(self) -> bool:
        """Whether anything is to be mended at all."""
        return self.fix or self.unsafe or self.preview

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return self.asked and not self.preview


def previewed(
    files: Sequence[LoadedFile], settings: Settings, fixing: Fixing, session: Session
) -> int:
    """Print what fixing would change; returns the exit code."""
    from shakyo_plan.lint.fixing import fix

    changed, untouched = False, []
    for file in files:
        mended = fix(file, settings, unsafe=fixing.unsafe)
        changed = changed or bool(mended.fixed)
        before, after = file.document.text, mended.file.document.text
        session.out_patch(file.path, before, after)
        if not mended.fixed:
            untouched.append(file)
    if not changed and all(file.plan is not None for file in files):
        session.info(say("Nothing can be fixed here; what is found, “plan validate” lists"))
    return tell_broken(untouched, session) or int(changed)


def mended_files(
    files: Iterable[LoadedFile],
    settings: Settings,
    fixing: Fixing,
    session: Session,
    unwritten: list[str],
) -> Iterator[LoadedFile]:
    """Mend the files, write those that changed, and yield each as it is now.

    Standard input is printed mended, changed or not. A file that cannot be written is told, is
    yielded as it was, and its name goes into ``unwritten``.
    """
    from shakyo_plan.lint.fixing import fix
    from shakyo_plan.lint.reporters.text import fixed_lines
    from shakyo_plan.source.undo import Rewriting

    rewriting = Rewriting("plan validate --fix")
    for file in files:
        mended = fix(file, settings, unsafe=fixing.unsafe)
        text = mended.file.document.file_text
        if file.from_standard_input:
            session.out_data(text)
        elif mended.fixed:
            try:
                rewriting.write(Path(file.path), file.document.file_text, text)
            except UserError as error:
                # One that another program holds is no reason to leave the others.
                session.fail(error)
                unwritten.append(file.path)
                yield file
                continue
        for line in fixed_lines(file.path, mended.fixed, session.tr):
            session.status(line)
        yield mended.file
